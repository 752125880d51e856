package org.upstander.ingest.webhook.discourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.PRIVATE;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;
import static org.upstander.ingest.webhook.Deliveries.onlySignal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.Deliveries;

/** Deliveries of Discourse, after their documented shapes. */
class DiscourseWebhookTest {

    private static final String POST = fixture("discourse-post.json");

    @Test
    void aPostOnDiscourse() {
        Draft.OfPost post = onlyPost(discourse("post_created", POST, FORUM));
        assertThat(post.externalId()).isEqualTo("25862");
        assertThat(post.author()).isEqualTo(new Author("8", "heath", "Heath V"));
        assertThat(post.thread()).isEqualTo(new Thread("4946", "Judging"));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("4946/1", new Author("3", "dana_cm", "Dana"), null));
        assertThat(post.text()).isEqualTo("The ruling is *wrong*.");
        assertThat(post.url()).isEqualTo("https://forum.example.org/t/judging/4946/2");
        assertThat(post.editedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "admin", "moderator"})
    void whoRunsTheForumIsStaff(String role) {
        String post = POST.replace("\"staff\":false", "\"" + role + "\":true");
        assertThat(onlyPost(discourse("post_created", post, FORUM)).author())
                .isEqualTo(new Author("8", "heath", "Heath V").staff(true));
    }

    @Test
    void aSecondVersionOnDiscourseIsAnEdit() {
        assertThat(
                        onlyPost(
                                        discourse(
                                                "post_edited",
                                                POST.replace("\"version\":1", "\"version\":2"),
                                                FORUM))
                                .editedAt())
                .isEqualTo("2026-03-03T06:40:00.000Z");
    }

    @Test
    void aPrivateMessageIsReadWhereEverybodyAgreed() {
        String direct =
                POST.replace(
                        "\"topic_archetype\":\"regular\"",
                        "\"topic_archetype\":\"private_message\"");
        assertThat(discourse("post_created", direct, FORUM))
                .isEqualTo(new Said.Nothing(Said.Why.DIRECT_MESSAGE));
        assertThat(onlyPost(discourse("post_created", direct, PRIVATE)).visibility())
                .isEqualTo("private-consented");
    }

    @Test
    void whoIsSuspendedOnDiscourse() {
        String user =
                "{\"user\":{\"id\":8,\"username\":\"heath\",\"name\":\"Heath V\",\"suspended_at\":\"2026-03-04T11:00:00.000Z\"}}";
        assertThat(onlySignal(discourse("user_suspended", user, FORUM)))
                .extracting(Draft.OfSignal::action, Draft.OfSignal::author, Draft.OfSignal::at)
                .containsExactly(
                        "suspend", new Author("8", "heath", "Heath V"), "2026-03-04T11:00:00.000Z");
    }

    @Test
    void whoJoinsDiscourse() {
        Draft.OfSignal join =
                onlySignal(discourse("user_created", fixture("discourse-user.json"), FORUM));

        assertThat(join.isJoin()).isTrue();
        assertThat(join.source()).isEqualTo("forum");
        assertThat(join.author()).isEqualTo(new Author("91", "heath_2", "Heath"));
        assertThat(join.at()).isEqualTo("2026-03-03T06:20:11.402Z");
        assertThat(join.invite()).isNull();
    }

    private static Said discourse(String event, String body, Source source) {
        return new DiscourseWebhook()
                .read(
                        Deliveries.of(
                                body,
                                Map.of(
                                        "X-Discourse-Event",
                                        event,
                                        "X-Discourse-Instance",
                                        "https://forum.example.org")),
                        source);
    }
}
