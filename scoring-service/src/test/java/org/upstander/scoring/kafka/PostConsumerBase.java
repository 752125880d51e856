package org.upstander.scoring.kafka;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.scoring.application.LiveRoster;

/** Somebody who is meant, and what comes of a post. */
abstract class PostConsumerBase {
    static final String NEUTRAL = "Ottoline Ferrars posted the schedule for next week.";

    @Inject LiveRoster roster;
    @Inject MeterRegistry meters;

    @BeforeAll
    static void enrol() {
        Topic.enrol(Samples.member("cm-ottoline", "Ottoline Ferrars", "ottoline_f"));
    }

    void onRoster(String id) {
        onRoster(id, "Ottoline Ferrars");
    }

    /** Waits until posts that name the person are bound. */
    void onRoster(String id, String name) {
        await().atMost(ofSeconds(30)).until(() -> Rosters.binds(roster, name, id));
    }

    static List<AssessmentEvent> assessments(String externalId) {
        return Topic.assessments(a -> a.externalId().equals(externalId));
    }

    static AssessmentEvent assessment(String externalId) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(assessments(externalId)).isNotEmpty());
        return assessments(externalId).get(0);
    }

    static ConsumerRecord<byte[], byte[]> record(String externalId) {
        return Topic.read(Topics.ASSESSMENTS).stream()
                .filter(r -> Topic.assessment(r).externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }
}
