package org.upstander.scoring.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.EmbeddedKafka;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;

/** The packaged service against a Kafka that is not there, goes away, comes back; and kill -9. */
class ScoringProcessFaultIT {
    private static final String NAME = "Philippa Marchbanks";
    private static final String WORDS = "a spiteful little fraud of the worst sort";
    private static final String BOOTSTRAP = "upstander.it.bootstrap";

    @TempDir static Path directory;

    private static EmbeddedKafka kafka;
    private static String bootstrapBefore;
    private static Path log;

    @BeforeAll
    static void startKafka() {
        log = directory.resolve("scoring.log");
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), ScoringProcess.freePort());
        bootstrapBefore = System.getProperty(BOOTSTRAP);
        System.setProperty(BOOTSTRAP, kafka.bootstrapServers());
        Topic.enrol(Samples.member("cm-philippa", NAME, "philippa_m"));
    }

    @AfterAll
    static void stopKafka() {
        if (bootstrapBefore == null) {
            System.clearProperty(BOOTSTRAP);
        } else {
            System.setProperty(BOOTSTRAP, bootstrapBefore);
        }
        kafka.close();
    }

    @Test
    void withoutKafkaItLivesAndWaitsAndThenBecomesReadyByItself() {
        // Given
        kafka.stop();
        try (ScoringProcess scoring = start(Map.of())) {
            await().atMost(ofSeconds(30)).until(scoring::isLive);
            assertThat(scoring.isReady()).isFalse();
            HttpResponse<String> refused =
                    scoring.score("{\"posts\":[{\"externalId\":\"1\",\"text\":\"a\"}]}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            // When
            kafka.start();
            // Then
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            String externalId = Samples.unique("late");
            Topic.write(Samples.post(externalId, NAME + " is " + WORDS));
            awaitAssessed(Set.of(externalId));
            assertThat(scoring.score(body(NAME)).statusCode()).isEqualTo(200);
            assertThat(scoring.log()).doesNotContain(WORDS);
        } finally {
            kafka.start();
        }
    }

    @Test
    void whoJoinedWhileItWasDownIsKnownBeforeTheFirstPostIsTaken() {
        // Given
        String name = "Cornelia Hartwood";
        Topic.enrol(Samples.member("cm-cornelia", name, "cornelia_h"));
        String externalId = Samples.unique("down");
        Topic.write(Samples.post(externalId, name + " posted the schedule."));
        // When
        try (ScoringProcess scoring = start(Map.of())) {
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            // Then
            awaitAssessed(Set.of(externalId));
        }
    }

    @Test
    void killedInTheMiddleItScoresEverythingAndWithTheSameIds() {
        // Given
        String run = Samples.unique("kill");
        Set<String> posts =
                IntStream.range(0, 2000).mapToObj(i -> run + "-" + i).collect(Collectors.toSet());
        Map<String, String> smallBatches = Map.of("UPSTANDER_SCORING_POSTS_BATCH", "50");
        // When
        try (ScoringProcess scoring = start(smallBatches)) {
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            Topic.write(
                    posts.stream()
                            .map(id -> Topic.record(Samples.post(id, NAME + " is " + WORDS)))
                            .toList());
            await().atMost(ofSeconds(40)).until(() -> !assessments(run).isEmpty());
            scoring.kill();
        }
        try (ScoringProcess scoring = start(smallBatches)) {
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            // Then
            awaitAssessed(posts);
            assertThat(scoring.log()).doesNotContain(WORDS);
        }
        List<AssessmentEvent> all = assessments(run);
        Set<String> ids = new HashSet<>();
        all.forEach(a -> ids.add(a.assessmentId()));
        assertThat(ids).hasSize(posts.size());
    }

    @Test
    void kafkaGoesAwayAndComesBack() {
        try (ScoringProcess scoring = start(Map.of())) {
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            String before = Samples.unique("before");
            Topic.write(Samples.post(before, NAME + " is " + WORDS));
            awaitAssessed(Set.of(before));
            // When
            kafka.stop();
            await().atMost(ofSeconds(20)).until(() -> !scoring.isReady());
            assertThat(scoring.isLive()).isTrue();
            kafka.start();
            // Then
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            String after = Samples.unique("after");
            Topic.write(Samples.post(after, NAME + " is " + WORDS));
            awaitAssessed(Set.of(after));
        } finally {
            kafka.start();
        }
    }

    @Test
    void tooManyUnreadableRecordsStopTheLineInsteadOfEmptyingTheTopic() {
        // Given a group of its own, so that the other tests go on
        String key = Samples.unique("flood");
        Map<String, String> settings =
                Map.of(
                        "UPSTANDER_SCORING_POSTS_GROUP",
                        key,
                        "UPSTANDER_SCORING_POSTS_DEAD_LETTERS_IN_A_ROW",
                        "5");
        try (ScoringProcess scoring = start(settings)) {
            await().atMost(ofSeconds(40)).until(scoring::isReady);
            // When
            Topic.write(
                    IntStream.range(0, 20)
                            .mapToObj(
                                    i ->
                                            Topic.record(
                                                    Topics.POSTS,
                                                    key,
                                                    "{broken".getBytes(UTF_8),
                                                    EventTypes.POST))
                            .toList());
            // Then
            await().atMost(ofSeconds(20)).until(() -> !scoring.isReady());
            assertThat(scoring.isLive()).isTrue();
            assertThat(
                            Topic.read(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX).stream()
                                    .filter(letter -> Topic.key(letter).equals(key)))
                    .hasSize(5);
            assertThat(scoring.log()).contains("too many records cannot be read");
        }
    }

    @Test
    void aDemoSecretIsRefusedInProduction() {
        try (ScoringProcess scoring = start(Map.of("UPSTANDER_IDENTIFIER_KEY", ""))) {
            assertThat(scoring.awaitExit()).isNotZero();
            assertThat(scoring.log()).contains("UPSTANDER_IDENTIFIER_KEY is not set");
        }
    }

    @Test
    void aThresholdOutsideItsRangeIsRefusedAtStart() {
        try (ScoringProcess scoring = start(Map.of("UPSTANDER_SCORING_JUDGE_ATTACK", "1.5"))) {
            assertThat(scoring.awaitExit()).isNotZero();
            assertThat(scoring.log()).contains("upstander.scoring.judge.attack", "0.99");
        }
    }

    @Test
    void commandsNeedKafkaAndNoSecret() {
        Path out = directory.resolve(Samples.unique("command") + ".log");
        try (ScoringProcess command =
                ScoringProcess.start(
                        kafka.bootstrapServers(),
                        out,
                        Map.of("UPSTANDER_IDENTIFIER_KEY", "", "UPSTANDER_ADMIN_TOKEN", ""),
                        "dead-letters",
                        "list")) {
            assertThat(command.awaitExit()).as(command.log()).isZero();
            assertThat(command.log()).contains(" shown");
        }
    }

    private static ScoringProcess start(Map<String, String> environment) {
        return ScoringProcess.start(kafka.bootstrapServers(), log, environment);
    }

    private static String body(String name) {
        return "{\"posts\":[{\"externalId\":\"1\",\"text\":\"%s is %s\"}]}".formatted(name, WORDS);
    }

    private static List<AssessmentEvent> assessments(String prefix) {
        return Topic.assessments(a -> a.externalId().startsWith(prefix));
    }

    private static void awaitAssessed(Set<String> externalIds) {
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                Topic.assessments(
                                                                a ->
                                                                        externalIds.contains(
                                                                                a.externalId()))
                                                        .stream()
                                                        .map(AssessmentEvent::externalId)
                                                        .distinct())
                                        .hasSize(externalIds.size()));
    }
}
