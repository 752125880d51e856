package org.upstander.ingest.webhook.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.webhook.Deliveries;

class CloudEventsWebhookTest {

    private static final String POST =
            "{\"externalId\":\"71\",\"author\":{\"id\":\"8\",\"handle\":\"heath\"},\"text\":\"Who let you judge?\"}";
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"/board\",\"type\":\"org.example.post\",\"data\":"
                    + POST
                    + "}";
    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";

    @Test
    void structured() {
        Draft.OfPost post = onlyPost(read(EVENT, Map.of("Content-Type", STRUCTURED)));
        assertThat(post.externalId()).isEqualTo("71");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", null));
        assertThat(post.text()).isEqualTo("Who let you judge?");
    }

    @Test
    void batched() {
        Said said =
                read(
                        "[" + EVENT + "," + EVENT.replace("71", "72") + "]",
                        Map.of("Content-Type", "application/cloudevents-batch+json"));
        assertThat(((Said.Items) said).posts())
                .extracting(Draft.OfPost::externalId)
                .containsExactly("71", "72");
    }

    @Test
    void binary() {
        assertThat(onlyPost(read(POST, binaryHeaders())).externalId()).isEqualTo("71");
    }

    @Test
    void dataOfAnotherShapeIsMapped() {
        Said said =
                new CloudEventsWebhook()
                        .read(
                                Deliveries.of(
                                        EVENT.replace(POST, "{\"no\":7,\"what\":\"x\"}"),
                                        Map.of("Content-Type", STRUCTURED)),
                                Deliveries.source(
                                        List.of(),
                                        new SourceSettings.Builder()
                                                .mapping(
                                                        Map.of(
                                                                "externalId",
                                                                "/no",
                                                                "text",
                                                                "/what"))
                                                .build()));
        assertThat(((Said.Items) said).posts().get(0).text()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void whatTheStandardRequiresIsRequired(String attribute) {
        String event = EVENT.replaceFirst("\"" + attribute + "\"", "\"x\"");
        assertThatThrownBy(() -> read(event, Map.of("Content-Type", STRUCTURED)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.pointer()).isEqualTo("/" + attribute));
        Map<String, String> headers = new HashMap<>(binaryHeaders());
        headers.remove("ce-" + attribute);
        assertThatThrownBy(() -> read(POST, headers)).isInstanceOf(Unreadable.class);
    }

    private static Map<String, String> binaryHeaders() {
        return Map.of(
                "ce-specversion", "1.0",
                "ce-id", "e1",
                "ce-source", "/board",
                "ce-type", "org.example.post",
                "Content-Type", "application/json");
    }

    private static Said read(String body, Map<String, String> headers) {
        return new CloudEventsWebhook().read(Deliveries.of(body, headers), FORUM);
    }
}
