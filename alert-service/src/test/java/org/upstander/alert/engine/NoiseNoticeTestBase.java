package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message.NoiseNotice;
import org.upstander.contracts.v1.AssessmentEvent;

/** Somebody who had a quiet month, and a contact. */
abstract class NoiseNoticeTestBase extends EngineTestBase {

    @Inject MeterRegistry registry;

    /** Ten harmless mentions a day in the 28 days before yesterday. */
    @BeforeEach
    void aQuietMonth() throws SQLException {
        sql(
                """
                insert into contact (id, document, updated_at) values (?,
                    '{"id":"ct","displayName":"Lead","methods":[],"timeZone":"UTC"}', now())
                """,
                contactId);
        sql(
                """
                insert into mention_hour (staff_id, source, hour, supportive, neutral, criticism, attack, spam)
                select ?, 'forum', date_trunc('hour', now() + cast(? as interval) - n * interval '1 day', 'UTC'), 5, 5, 0, 0, 0
                from generate_series(2, 28) n
                """,
                staffId,
                ahead());
    }

    @AfterEach
    void forget() throws SQLException {
        sql("delete from contact where id = ?", contactId);
        sql("delete from noise_watch where staff_id = ?", staffId);
    }

    AssessmentEvent[] attacksAmong(int attacks, int mentions) {
        return attacksAmong(attacks, mentions, "first");
    }

    /**
     * Ten of the others are supportive. Posted by the clock of the service, which tests have moved.
     */
    AssessmentEvent[] attacksAmong(int attacks, int mentions, String batch) {
        List<AssessmentEvent> events = new ArrayList<>();
        for (int number = 0; number < mentions; number++) {
            boolean attack = number < attacks;
            events.add(
                    Posts.at(
                            clock.instant(),
                            posts.assessment(
                                    batch + number,
                                    "r1",
                                    "heath",
                                    "t1",
                                    attack
                                            ? "attack"
                                            : number < attacks + 10 ? "supportive" : "neutral",
                                    attack ? 1 : 0,
                                    attack ? "you are a disgrace" : null)));
        }
        return events.toArray(AssessmentEvent[]::new);
    }

    void recorded(AssessmentEvent[] events) {
        publish(events);
        String last = events[events.length - 1].assessmentId();
        eventually(
                () ->
                        assertThat(column("select id from assessment where id = ?", last))
                                .hasSize(1));
    }

    /** Everything of hers that was due has been looked at. */
    void lookedAt() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select due_at from noise_watch where staff_id = ? and due_at <= now() + cast(? as interval)",
                                                staffId,
                                                ahead()))
                                .isEmpty());
    }

    String ahead() {
        return Duration.between(Instant.now(), clock.instant()).toSeconds() + " seconds";
    }

    List<Delivery> notices() {
        return channels.sentTo(mail).stream()
                .filter(delivery -> delivery.message() instanceof NoiseNotice)
                .toList();
    }

    List<String> told() {
        return column("select told_at from noise_notice where staff_id = ?", staffId);
    }

    double counted(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    static void sql(String statement, String... parameters) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < parameters.length; at++) {
                prepared.setString(at + 1, parameters[at]);
            }
            prepared.execute();
        }
    }
}
