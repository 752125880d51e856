package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An author whose posts and signals are looked at more than once. */
abstract class LookAgainTestBase extends PatternTestBase {

    void attacked() {
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);
    }

    void isRevenge() {
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
    }

    /** A post that is nearly an attack, and is recorded. */
    void comeNearer(String id) {
        Said post = Said.neutral(id, "heath", clock.instant(), 0.5);
        say(post);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select id from assessment where id = ?",
                                                event(post).assessmentId()))
                                .hasSize(1));
    }

    /** Something that is told while posts are being recorded, so that neither sees the other. */
    void recording(Runnable posts, Runnable meanwhile) throws SQLException {
        try (Connection holding = connection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table assessment in exclusive mode");
            posts.run();
            eventually(
                    () ->
                            assertThat(
                                            column(
                                                    "select pid from pg_locks where not granted and relation = 'assessment'::regclass"))
                                    .isNotEmpty());
            meanwhile.run();
            holding.rollback();
        }
    }

    /** All that is due by now is done. */
    void lookedAt() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select author_key from pattern_watch where due_at <= cast(? as timestamptz)",
                                                clock.instant().toString()))
                                .isEmpty());
    }

    void nobodyWaits() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select author_key from pattern_watch where staff_id in (?, '')",
                                                staffId))
                                .isEmpty());
    }
}
