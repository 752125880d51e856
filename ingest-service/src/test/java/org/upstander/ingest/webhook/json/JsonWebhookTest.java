package org.upstander.ingest.webhook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.fixture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.Deliveries;

/** A forum that nobody wrote code for. */
class JsonWebhookTest {

    private static final Map<String, String> DECLARED =
            Map.ofEntries(
                    Map.entry("items", "/batch"),
                    Map.entry("externalId", "/no"),
                    Map.entry("author.id", "/who/uid"),
                    Map.entry("author.handle", "/who/nick"),
                    Map.entry("text", "/what"),
                    Map.entry("thread.id", "/topic/no"),
                    Map.entry("thread.title", "/topic/name"),
                    Map.entry("replyTo.externalId", "/answers"),
                    Map.entry("createdAt", "/when"),
                    Map.entry("deleted", "/gone"),
                    Map.entry("url", "/link"));

    @Test
    void postsStandWhereTheSourceDeclares() {
        List<Draft.OfPost> posts = read(fixture("json-posts.json"), DECLARED).posts();
        assertThat(posts).hasSize(2);
        Draft.OfPost first = posts.get(0);
        assertThat(first.externalId()).isEqualTo("71");
        assertThat(first.author()).isEqualTo(new Author("8", "heath", null));
        assertThat(first.text()).isEqualTo("You rigged it.");
        assertThat(first.thread()).isEqualTo(new Thread("4", "Judging"));
        assertThat(first.replyTo()).isEqualTo(new ReplyTo("70", null, null));
        assertThat(first.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(first.url()).isEqualTo("https://board.example.org/71");
        assertThat(first.deleted()).isFalse();
        Draft.OfPost second = posts.get(1);
        assertThat(second.replyTo()).isNull();
        assertThat(second.createdAt()).isEqualTo("2026-03-03T06:33:26.123Z");
        assertThat(second.deleted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "1,true", "0,false", "null,false", "\"\",false"})
    void deletedIsSaidInManyWays(String written, boolean deleted) {
        String body = "{\"id\":\"1\",\"t\":\"x\",\"d\":" + written + "}";
        Map<String, String> mapping = Map.of("externalId", "/id", "text", "/t", "deleted", "/d");
        assertThat(read(body, mapping).posts().get(0).deleted()).isEqualTo(deleted);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "1,true", "null,false", "\"Bot\",true"})
    void whatAnAuthorIsStandsWhereTheSourceDeclares(String written, boolean so) {
        String body = "{\"id\":\"1\",\"t\":\"x\",\"who\":\"heath\",\"is\":" + written + "}";
        Map<String, String> mapping =
                Map.of("externalId", "/id", "text", "/t", "author.handle", "/who");
        Map<String, String> bot = new HashMap<>(mapping);
        bot.put("author.bot", "/is");
        Map<String, String> staff = new HashMap<>(mapping);
        staff.put("author.staff", "/is");
        Author heath = new Author(null, "heath", null);
        assertThat(read(body, bot).posts().get(0).author()).isEqualTo(heath.bot(so));
        assertThat(read(body, staff).posts().get(0).author()).isEqualTo(heath.staff(so));
    }

    @Test
    void aPostWithoutIdIsNamedByItsPlace() {
        assertThatThrownBy(() -> read("{\"batch\":[{\"no\":1},{\"what\":\"x\"}]}", DECLARED))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.pointer()).isEqualTo("/batch/1/no"));
    }

    @Test
    void whereThePlaceCannotSignItSendsTheSecretItself() {
        Source source =
                Deliveries.source(
                        List.of("the current one", "the next one"),
                        new SourceSettings.Builder()
                                .mapping(DECLARED)
                                .tokenHeader("X-Board-Token")
                                .build());
        assertThat(proof(source, Map.of("X-Board-Token", "the current one")))
                .isEqualTo(Proof.VALID);
        assertThat(proof(source, Map.of("X-Board-Token", "the next one"))).isEqualTo(Proof.VALID);
        assertThat(proof(source, Map.of("X-Board-Token", "another"))).isEqualTo(Proof.WRONG);
        assertThat(proof(source, Map.of())).isEqualTo(Proof.MISSING);
    }

    private static Proof proof(Source source, Map<String, String> headers) {
        return new JsonWebhook().proof(Deliveries.of("{}", headers), source);
    }

    private static Said.Items read(String body, Map<String, String> mapping) {
        Source source =
                Deliveries.source(List.of(), new SourceSettings.Builder().mapping(mapping).build());
        return (Said.Items) new JsonWebhook().read(Deliveries.of(body), source);
    }
}
