package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.domain.AssessmentId;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostConsumerIT extends PostConsumerBase {
    private static final String ATTACK =
            "Ottoline Ferrars is a lying, spiteful little fraud and everybody knows it.";
    private static final String CRITICISM =
            "I disagree with the ruling of Ottoline Ferrars: the deadline was Friday, not Thursday.";

    private static final String IDENTIFIER_KEY = "demo-identifier-key-of-the-repository";

    @Test
    void everyMentionBecomesAnAssessmentAndOnlyAnAttackCarriesTheText() {
        // Given
        onRoster("cm-ottoline");
        String attack = Samples.unique("attack");
        String criticism = Samples.unique("criticism");
        String neutral = Samples.unique("neutral");
        // When
        Topic.write(
                Samples.post(attack, ATTACK),
                Samples.post(criticism, CRITICISM),
                Samples.post(neutral, NEUTRAL));
        // Then
        assertThat(assessment(attack).verdict()).isEqualTo("attack");
        assertThat(assessment(attack).text()).isEqualTo(ATTACK);
        assertThat(assessment(attack).severity()).isBetween(1, 4);
        assertThat(assessment(criticism).verdict()).isNotEqualTo("attack");
        assertThat(assessment(criticism).text()).isNull();
        assertThat(assessment(neutral).verdict()).isNotEqualTo("attack");
        assertThat(assessment(neutral).text()).isNull();
    }

    @Test
    void anAssessmentHasTheKeyAndTheHeadersOfTheContract() {
        // Given
        onRoster("cm-ottoline");
        String externalId = Samples.unique("headers");
        ProducerRecord<byte[], byte[]> post = Topic.record(Samples.post(externalId, ATTACK));
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        post.headers().add(Headers.TRACE_PARENT, trace.getBytes(UTF_8));
        // When
        Topic.write(List.of(post));
        // Then
        AssessmentEvent event = assessment(externalId);
        ConsumerRecord<byte[], byte[]> written = record(externalId);
        assertThat(Topic.key(written)).isEqualTo("cm-ottoline");
        assertThat(Topic.headers(written))
                .containsEntry(Headers.ID, event.assessmentId())
                .containsEntry(Headers.TYPE, EventTypes.ASSESSMENT)
                .containsEntry(Headers.SOURCE, "/upstander/scoring-service")
                .containsEntry(Headers.SPEC_VERSION, "1.0")
                .containsEntry(Headers.CONTENT_TYPE, "application/json")
                .containsEntry(Headers.TRACE_PARENT, trace)
                .containsKey(Headers.TIME);
        assertThat(event.assessmentId())
                .isEqualTo(
                        AssessmentId.of(
                                event.postId(), event.revision(), "cm-ottoline", event.model()));
    }

    @Test
    void aProtectedIdentifierLeavesInNoSpellingAndOffsetsStillFit() {
        // Given
        String id = Samples.unique("cm");
        Topic.enrol(
                Samples.withSecret(
                        Samples.member(id, "Isolde Marchbank", "isolde_m"),
                        "phone",
                        hash("phone", "+1 202 555 0187")));
        onRoster(id, "Isolde Marchbank");
        String externalId = Samples.unique("doxxing");
        String text =
                "\ud83d\ude00 Isolde Marchbank is a spiteful fraud: +1 (202) 555-0187, 202.555.0187,"
                        + " \uff12\uff10\uff12 555 0187 or 12025550187, and that is all";
        // When
        Topic.write(
                Samples.titled(
                        Samples.post(externalId, text), "Call 202 555 0187", "Ring 2025550187"));
        // Then
        AssessmentEvent event = assessment(externalId);
        assertThat(event.verdict()).isEqualTo("attack");
        assertThat(event.severity()).isEqualTo(4);
        assertThat(event.binding().how()).isEqualTo("protected");
        assertThat(event.binding().text()).isNull();
        String value = new String(record(externalId).value(), UTF_8);
        assertThat(value).doesNotContainPattern("555\\D{0,3}0187");
        assertThat(Topic.headers(record(externalId)).toString()).doesNotContain("0187");
        assertThat(event.text())
                .hasSameSizeAs(text)
                .doesNotContainPattern("[0-9\uff10-\uff19]")
                .startsWith("\ud83d\ude00 Isolde Marchbank is a spiteful fraud: +\u2588")
                .endsWith("\u2588, and that is all");
        AssessmentEvent.Evidence evidence = event.evidence().get(0);
        assertThat(text.substring(evidence.start(), evidence.end())).endsWith("555-0187");
        assertThat(event.text().substring(evidence.start(), evidence.end())).matches("\u2588+");
        assertThat(event.thread().title()).isNull();
        assertThat(event.author().displayName()).isNull();
    }

    /** As alert-service hashes it. */
    private static String hash(String kind, String value) {
        return new IdentifierHash(IDENTIFIER_KEY.getBytes(UTF_8)).of(kind, value).orElseThrow();
    }

    @Test
    void theSamePostTwiceHasTheSameAssessmentId() {
        // Given
        onRoster("cm-ottoline");
        String externalId = Samples.unique("twice");
        // When
        Topic.write(Samples.post(externalId, ATTACK), Samples.post(externalId, ATTACK));
        // Then
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(assessments(externalId)).hasSize(2));
        assertThat(assessments(externalId))
                .extracting(AssessmentEvent::assessmentId)
                .containsOnly(assessment(externalId).assessmentId());
    }

    @Test
    void whoIsRemovedIsNoLongerMeant() {
        // Given
        String id = Samples.unique("cm");
        Topic.enrol(Samples.member(id, "Peregrine Lockhart", "peregrine_l"));
        onRoster(id, "Peregrine Lockhart");
        String before = Samples.unique("before");
        Topic.write(Samples.post(before, "Peregrine Lockhart posted the schedule."));
        assertThat(assessment(before).staffId()).isEqualTo(id);
        // When
        long version = roster.current().version();
        Topic.dismiss(id);
        await().atMost(ofSeconds(20)).until(() -> roster.current().version() > version);
        // Then
        String after = Samples.unique("after");
        String witness = Samples.unique("witness");
        Topic.write(
                Samples.post(after, "Peregrine Lockhart posted the schedule again."),
                Samples.post(witness, NEUTRAL));
        assessment(witness); // the same partition, later
        assertThat(assessments(after)).isEmpty();
    }

    @Test
    void whatHappensIsCounted() {
        // Given
        onRoster("cm-ottoline");
        double posts = meters.counter("upstander.scoring.posts").count();
        double attacks = verdicts("attack");
        String first = Samples.unique("counted");
        String second = Samples.unique("counted");
        // When
        Topic.write(
                Samples.post(Samples.unique("nobody"), "Nice weather today."),
                Samples.post(first, ATTACK),
                Samples.post(second, ATTACK));
        assessment(first);
        assessment(second);
        // Then
        assertThat(meters.counter("upstander.scoring.posts").count() - posts)
                .isGreaterThanOrEqualTo(3);
        assertThat(verdicts("attack") - attacks).isEqualTo(2);
        assertThat(meters.get("upstander.scoring.roster.people").gauge().value()).isPositive();
        assertThat(meters.get("upstander.scoring.roster.version").gauge().value()).isPositive();
        assertThat(meters.get("upstander.scoring.batch.records").summary().count()).isPositive();
    }

    private double verdicts(String verdict) {
        return meters.counter("upstander.scoring.assessments", "verdict", verdict).count();
    }
}
