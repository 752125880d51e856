package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.DeadLetterReasons;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.domain.AssessmentId;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostConsumerIT {
    private static final String ATTACK =
            "Ottoline Ferrars is a lying, spiteful little fraud and everybody knows it.";
    private static final String CRITICISM =
            "I disagree with the ruling of Ottoline Ferrars: the deadline was Friday, not Thursday.";
    private static final String NEUTRAL = "Ottoline Ferrars posted the schedule for next week.";

    private static final String IDENTIFIER_KEY = "demo-identifier-key-of-the-repository";

    @Inject LiveRoster roster;
    @Inject MeterRegistry meters;

    @BeforeAll
    static void enrol() {
        Topic.enrol(Samples.member("cm-ottoline", "Ottoline Ferrars", "ottoline_f"));
    }

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
    void whatCannotBeReadIsSetAsideWithItsReasonAndHarmsNoNeighbour() {
        // Given
        onRoster("cm-ottoline");
        String before = Samples.unique("neighbour");
        String after = Samples.unique("neighbour");
        String key = Samples.unique("forum/poison");
        byte[] good = Topic.json(Samples.post("x", NEUTRAL));
        double unreadable = setAside("unreadable");
        double unknown = setAside("unknown-type");
        double invalid = setAside("invalid");
        // When
        Topic.write(
                List.of(
                        Topic.record(Samples.post(before, NEUTRAL)),
                        Topic.record(
                                Topics.POSTS, key + 1, "{broken".getBytes(UTF_8), EventTypes.POST),
                        Topic.record(Topics.POSTS, key + 2, null, EventTypes.POST),
                        Topic.record(Topics.POSTS, key + 3, good, "org.upstander.post.v2"),
                        Topic.record(Topics.POSTS, key + 4, good, null),
                        Topic.record(Topics.POSTS, key + 5, "{}".getBytes(UTF_8), EventTypes.POST),
                        Topic.record(
                                Topics.POSTS,
                                key + 6,
                                new byte[] {'"', (byte) 0xff},
                                EventTypes.POST),
                        Topic.record(Samples.post(after, NEUTRAL))));
        // Then
        assertThat(assessment(before).staffId()).isEqualTo("cm-ottoline");
        assertThat(assessment(after).staffId()).isEqualTo("cm-ottoline");
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(letters(key)).hasSize(6));
        assertThat(letters(key))
                .extractingByKey(key + 1)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key))
                .extractingByKey(key + 2)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key))
                .extractingByKey(key + 3)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNKNOWN_TYPE));
        assertThat(letters(key))
                .extractingByKey(key + 4)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNKNOWN_TYPE));
        assertThat(letters(key))
                .extractingByKey(key + 5)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.INVALID));
        assertThat(letters(key))
                .extractingByKey(key + 6)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key).get(key + 3).value()).isEqualTo(good);
        assertThat(Topic.headers(letters(key).get(key + 3)))
                .containsEntry(Headers.TYPE, "org.upstander.post.v2");
        assertThat(setAside("unreadable") - unreadable).isEqualTo(3);
        assertThat(setAside("unknown-type") - unknown).isEqualTo(2);
        assertThat(setAside("invalid") - invalid).isEqualTo(1);
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

    private static void isLetter(ConsumerRecord<byte[], byte[]> letter, String reason) {
        assertThat(Topic.headers(letter))
                .containsEntry(Headers.DEAD_LETTER_REASON, reason)
                .containsEntry(Headers.DEAD_LETTER_TOPIC, Topics.POSTS)
                .containsKeys(
                        Headers.DEAD_LETTER_CAUSE,
                        Headers.DEAD_LETTER_PARTITION,
                        Headers.DEAD_LETTER_OFFSET,
                        Headers.SPEC_VERSION);
    }

    private static Map<String, ConsumerRecord<byte[], byte[]>> letters(String key) {
        return Topic.read(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX).stream()
                .filter(letter -> Topic.key(letter).startsWith(key))
                .collect(java.util.stream.Collectors.toMap(Topic::key, letter -> letter));
    }

    private void onRoster(String id) {
        onRoster(id, "Ottoline Ferrars");
    }

    /** Waits until posts that name the person are bound. */
    private void onRoster(String id, String name) {
        await().atMost(ofSeconds(30)).until(() -> Rosters.binds(roster, name, id));
    }

    private double setAside(String reason) {
        return meters.counter("upstander.scoring.dead.letters", "reason", reason).count();
    }

    private double verdicts(String verdict) {
        return meters.counter("upstander.scoring.assessments", "verdict", verdict).count();
    }

    private static List<AssessmentEvent> assessments(String externalId) {
        return Topic.assessments(a -> a.externalId().equals(externalId));
    }

    private static AssessmentEvent assessment(String externalId) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(assessments(externalId)).isNotEmpty());
        return assessments(externalId).get(0);
    }

    private static ConsumerRecord<byte[], byte[]> record(String externalId) {
        return Topic.read(Topics.ASSESSMENTS).stream()
                .filter(r -> Topic.assessment(r).externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }
}
