package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.FailureKind;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Each number goes up by exactly what happened. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class MetricsIT extends EngineTestBase {

    private static final String RECORDED = "upstander.alert.assessments.recorded";
    private static final String ATTEMPTS = "upstander.alert.attempts";
    private static final String OPENED = "upstander.alert.incidents.opened";
    private static final String EXTENDED = "upstander.alert.incidents.extended";
    private static final String DUPLICATES = "upstander.alert.events.duplicate";
    private static final String REACHED = "upstander.alert.reached";
    private static final String PATTERNS = "upstander.alert.patterns";

    @Inject MeterRegistry registry;

    /** What other tests left behind must not call anybody now; the tables come behind the start. */
    @BeforeEach
    void cancelWhatWaits() {
        await().atMost(SOON).ignoreExceptions().untilAsserted(MetricsIT::cancel);
    }

    private static void cancel() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from pattern_watch");
            statement.execute("update page set state = 'cancelled' where state = 'pending'");
            statement.execute(
                    "update delivery set state = 'cancelled', lease_until = null where state in ('pending', 'retry', 'sending')");
        }
    }

    @Test
    void twoIncidentsAreThreeAttacksTwoOpeningsAndTwoPages() {
        // Given
        AssessmentEvent first = posts.attack("1", "heath", "t1");
        Map<String, Double> before = numbers();

        // When
        publish(
                first,
                posts.attack("2", "kim", "t2"),
                posts.assessment("3", "r1", "ann", null, "criticism", 0, null),
                posts.assessment("4", "r1", "bob", null, "supportive", 0, null));
        publishAndWaitForAll();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        publishAndWaitForAll(first, posts.attack("5", "heath", "t1"));

        // Then
        eventually(
                () ->
                        assertThat(increments(before))
                                .containsExactlyInAnyOrderEntriesOf(
                                        Map.of(
                                                RECORDED + " attack",
                                                3.0,
                                                RECORDED + " criticism",
                                                1.0,
                                                RECORDED + " supportive",
                                                1.0,
                                                // the two that only end a batch
                                                RECORDED + " neutral",
                                                2.0,
                                                DUPLICATES,
                                                1.0,
                                                OPENED,
                                                2.0,
                                                EXTENDED,
                                                1.0,
                                                ATTEMPTS + " email delivered",
                                                2.0,
                                                REACHED,
                                                2.0,
                                                // each that is recorded, also beside others
                                                PATTERNS,
                                                7.0)));
        assertThat(channels.sentTo(mail)).hasSize(2);
    }

    @Test
    void aRefusedPageCountsAsRefusedAndTheNextMethodAsDelivered() {
        // Given
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(
                contactId, null, ScriptedDirectory.webhook(hook), ScriptedDirectory.mail(mail));
        channels.answer(hook, new Refused(FailureKind.GONE));
        Map<String, Double> before = numbers();

        // When
        publishAndWaitForAll(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // Then
        eventually(
                () ->
                        assertThat(increments(before))
                                .containsExactlyInAnyOrderEntriesOf(
                                        Map.of(
                                                RECORDED + " attack",
                                                1.0,
                                                RECORDED + " neutral",
                                                1.0,
                                                OPENED,
                                                1.0,
                                                ATTEMPTS + " webhook refused",
                                                1.0,
                                                ATTEMPTS + " email delivered",
                                                1.0,
                                                REACHED,
                                                1.0,
                                                PATTERNS,
                                                2.0)));
    }

    private Map<String, Double> increments(Map<String, Double> before) {
        Map<String, Double> grown = new LinkedHashMap<>();
        numbers()
                .forEach(
                        (name, value) -> {
                            double increment = value - before.getOrDefault(name, 0.0);
                            if (increment != 0) {
                                grown.put(name, increment);
                            }
                        });
        return grown;
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String verdict : new String[] {"attack", "criticism", "neutral", "supportive"}) {
            numbers.put(RECORDED + " " + verdict, count(search(RECORDED).tag("verdict", verdict)));
        }
        for (String name : new String[] {DUPLICATES, OPENED, EXTENDED}) {
            numbers.put(name, count(search(name)));
        }
        for (String channel : new String[] {"email", "webhook"}) {
            for (String outcome : new String[] {"delivered", "try-again", "refused"}) {
                numbers.put(
                        ATTEMPTS + " " + channel + " " + outcome,
                        times(search(ATTEMPTS).tag("channel", channel).tag("outcome", outcome)));
            }
        }
        numbers.put(REACHED, times(search(REACHED)));
        numbers.put(PATTERNS, times(search(PATTERNS)));
        return numbers;
    }

    private Search search(String name) {
        return registry.find(name);
    }

    private static double count(Search search) {
        return search.counters().stream().mapToDouble(counter -> counter.count()).sum();
    }

    private static double times(Search search) {
        return search.timers().stream().mapToDouble(Timer::count).sum();
    }
}
