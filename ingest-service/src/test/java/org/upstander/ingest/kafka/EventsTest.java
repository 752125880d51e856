package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.contracts.v1.SignalEvent;
import org.upstander.contracts.v1.SourceEvent;
import org.upstander.ingest.application.health.Sight;
import org.upstander.ingest.application.health.Told;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.AttributeScore;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.PostId;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.SignalDraft;
import org.upstander.ingest.domain.SignalRules;
import org.upstander.ingest.domain.Thread;

/** What is admitted satisfies the published schema, and fits into a record. */
class EventsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final int KAFKA_MAX_REQUEST_SIZE = 1_048_576;

    static Stream<Draft.OfPost> posts() {
        return Stream.of(Drafts.post(), Drafts.post("f", "1", ""), largest(), deletion());
    }

    @ParameterizedTest
    @MethodSource("posts")
    void postsSatisfyTheSchema(Draft.OfPost draft) {
        byte[] json = json(draft);

        assertThat(complaints("post", json)).isEmpty();
        assertThat(json.length).isLessThan(KAFKA_MAX_REQUEST_SIZE * 9 / 10);
    }

    @Test
    void signalsSatisfyTheSchema() {
        Draft.OfSignal call =
                SignalDraft.contact("call")
                        .account("personal")
                        .author(new Author(null, "@heath", "Heath"))
                        .staff("cm-07")
                        .at("2026-11-23T12:00:00+01:00")
                        .note("rang at night")
                        .draft();

        for (Draft.OfSignal draft : List.of(Drafts.ban(), call, Drafts.boost(), Drafts.join())) {
            assertThat(
                            complaints(
                                    "signal",
                                    EventJson.bytes(
                                            EventJson.of(
                                                    org.upstander.contracts.v1.SignalEvent.class),
                                            KafkaSignalLog.event(admitted(draft)))))
                    .isEmpty();
        }
    }

    @Test
    void anAmplificationNamesThePostByItsId() {
        Signal boost = admitted(Drafts.boost());
        assertThat(KafkaSignalLog.key(boost)).isEqualTo("90");
        assertThat(KafkaSignalLog.event(boost).postId())
                .isEqualTo(PostId.of("fediverse", "113529000000000001").value());
        assertThat(KafkaSignalLog.event(admitted(Drafts.ban())).postId()).isNull();
    }

    @Test
    void anInvitationTravelsAsAHash() {
        SignalEvent join = KafkaSignalLog.event(admitted(Drafts.join()));
        assertThat(join.signalId()).isEqualTo("3b61292455960f5d8bf18d2ce2ea131d");
        assertThat(join.inviteHash()).isEqualTo("b5f39b08d98547acab15b60a3f1fd936");
        assertThat(KafkaSignalLog.event(admitted(Drafts.ban())).inviteHash()).isNull();
    }

    @Test
    void whatIsToldOfASourceSatisfiesTheSchema() {
        for (Sight.Cause cause : Sight.Cause.values()) {
            assertThat(complaints("source", json(new Sight(Sight.State.BLIND, cause, NOW))))
                    .isEmpty();
        }
        assertThat(complaints("source", json(new Sight(Sight.State.SEES, null, NOW)))).isEmpty();
        assertThat(complaints("source", json(new Sight(Sight.State.PAUSED, null, NOW)))).isEmpty();
    }

    @Test
    void scoresOfAnotherClassifierTravelAndMakeNoOtherRevision() {
        // Given
        Post with = admitted(largest());
        Post without = admitted(largest(List.of()));
        // When
        PostEvent event = KafkaPostLog.event(with);
        // Then
        assertThat(event.attributeScores())
                .hasSize(20)
                .contains(new PostEvent.AttributeScore("A".repeat(61) + 100, 1 / 3.0));
        assertThat(KafkaPostLog.event(without).attributeScores()).isNull();
        assertThat(with.revision()).isEqualTo(without.revision());
    }

    @Test
    void whatAnAuthorIsTravelsAndMakesNoOtherRevision() {
        // Given
        Draft.OfPost plain = Drafts.post("forum", "1", "x");
        Post flagged =
                admitted(
                        new PostDraft()
                                .from("forum")
                                .known("1")
                                .text("x")
                                .by(plain.author().bot(true).staff(true))
                                .draft());
        // When
        PostEvent event = KafkaPostLog.event(flagged);
        // Then
        assertThat(event.author().bot()).isTrue();
        assertThat(event.author().staff()).isTrue();
        assertThat(KafkaPostLog.event(admitted(plain)).author().bot()).isNull();
        assertThat(KafkaPostLog.event(admitted(plain)).author().staff()).isNull();
        assertThat(flagged.revision()).isEqualTo(admitted(plain).revision());
    }

    @Test
    void aPostIsKeyedByItsThreadElseByItself() {
        assertThat(KafkaPostLog.key(admitted(Drafts.post()))).isEqualTo("forum/25862");
        assertThat(KafkaPostLog.key(admitted(largest()))).startsWith("\u0001".repeat(64) + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "cm-07, cm-01, 8, heath, cm-07",
        ", cm-01, 8, heath, cm-01",
        ", , 8, heath, 8",
        ", , , heath, heath",
    })
    void aSignalIsKeyedByWhomItConcerns(
            String staff, String by, String id, String handle, String key) {
        Draft.OfSignal draft =
                SignalDraft.contact("follow")
                        .author(new Author(id, handle, null))
                        .by(by)
                        .staff(staff)
                        .at("2026-11-23T12:00:00Z")
                        .draft();

        assertThat(KafkaSignalLog.key(admitted(draft))).isEqualTo(key);
    }

    /** Every character escaped to six bytes: the worst that JSON makes of the limits. */
    private static Draft.OfPost largest() {
        return largest(
                IntStream.range(100, 120)
                        .mapToObj(i -> new AttributeScore("A".repeat(61) + i, 1 / 3.0, null))
                        .toList());
    }

    private static Draft.OfPost largest(List<AttributeScore> scores) {
        Author author = new Author(worst(256), worst(256), worst(300));
        return new Draft.OfPost(
                worst(64),
                worst(512),
                author,
                new Thread(worst(512), worst(2000)),
                new ReplyTo(worst(512), author, worst(1000)),
                worst(100_000),
                worst(100_000),
                "2026-11-23T12:00:00.123456789Z",
                "2026-11-23T12:00:00.123456789Z",
                false,
                "https://example.org/" + worst(2048 - 20),
                "en",
                "private-consented",
                scores);
    }

    private static Draft.OfPost deletion() {
        return new Draft.OfPost(
                "forum", "1", null, null, null, "gone", "gone", null, null, true, null, null, null);
    }

    private static byte[] json(Draft.OfPost draft) {
        return EventJson.bytes(EventJson.of(PostEvent.class), KafkaPostLog.event(admitted(draft)));
    }

    private static byte[] json(Sight sight) {
        return EventJson.bytes(
                EventJson.of(SourceEvent.class),
                KafkaSourceLog.event(new Told("main", worst(200), worst(64), sight, NOW)));
    }

    private static Post admitted(Draft.OfPost draft) {
        return ((Admission.Accepted<Post>) new PostRules(NOW).admit(draft)).item();
    }

    private static Signal admitted(Draft.OfSignal draft) {
        return ((Admission.Accepted<Signal>) new SignalRules(NOW).admit(draft)).item();
    }

    private static List<String> complaints(String type, byte[] json) {
        String path = "/org/upstander/contracts/v1/" + type + ".schema.json";
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(EventsTest.class.getResourceAsStream(path));
        return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String worst(int length) {
        return "\u0001".repeat(length);
    }
}
