package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.engine.EngineProfile;
import org.upstander.infrastructure.InfrastructureResource;

/** What an assessment has to read, however much is stored. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LookUpsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BEFORE = "2026-01-01T00:00:00Z";
    private static final String AFTER = "2026-02-01T00:00:00Z";
    private static final Pair PAIR = new Pair("cm-look", "k", "forum", "8", "heath");

    /**
     * 600 attacks by one author on one person in one text; the rest in twenties, so that a guess of
     * how many there are of a kind is small.
     */
    private static final List<String> STORED =
            List.of(
                    """
                    insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, posted_at,
                        assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model)
                    select 'look-' || n, 'p', 'r1', case when n <= 600 then 'cm-look' else 'cm-look-' || n / 20 end,
                        'forum', '1', case when n <= 600 then 'k' else 'k' || n / 20 end,
                        timestamptz '2026-01-31Z' - n * interval '1 second', '2026-01-31Z', '2026-01-31Z', 'attack', 2, 0.9, '{}', 'name', false, 'm'
                    from generate_series(1, 3000) n
                    """,
                    """
                    insert into pattern_mark (mark, assessment_id, staff_id, author_key, source, at)
                    select case when n <= 600 then 'text:0:shared' else 'text:0:' || n / 20 end, 'look-' || n, 'cm-look',
                        'k', 'forum', timestamptz '2026-01-31Z' - n * interval '1 second'
                    from generate_series(1, 3000) n
                    """,
                    """
                    insert into incident (id, staff_id, state, severity, categories, sources, post_count, author_count,
                        opened_at, last_activity_at, version)
                    select 'look-' || n, 'cm-look', 'open', 2, '{}', '{forum}', 1, 1, '2026-01-31Z', '2026-01-31Z', 0
                    from generate_series(1, 3000) n
                    """,
                    """
                    insert into signal (id, type, kind, author_key, staff_id, source, at, received_at)
                    select 'look-' || n, 'contact-attempt', 'friend-request',
                        case when n = 100 then 'k' else 'k' || n end, 'cm-look', 'forum', '2026-01-31Z', '2026-01-31Z'
                    from generate_series(1, 3000) n
                    """,
                    """
                    insert into incident_signal (signal_id, incident_id)
                    select 'look-' || n, 'look-' || n from generate_series(1, 3000) n
                    """,
                    "analyze assessment, pattern_mark, incident, signal, incident_signal");

    @Inject Transactions transactions;

    @Test
    void ofThoseWhoSayTheSameTheNewestAreRead() {
        assertThat(
                        explained(
                                SqlPatternMarks.ALIKE,
                                Map.of(
                                        "marks",
                                        Sql.json(List.of("text:0:shared")),
                                        "since",
                                        BEFORE,
                                        "moderated_since",
                                        BEFORE)))
                .filteredOn(line -> line.contains(" on pattern_mark"))
                .singleElement()
                .asString()
                .contains("Index Scan using pattern_mark_newest", "rows=50");
    }

    @Test
    void ofACrowdTheNewestAreRead() {
        assertThat(
                        explained(
                                SqlCrowdHistory.ATTACKS,
                                Map.of(
                                        "staff",
                                        Sql.json(List.of("cm-look")),
                                        "since",
                                        BEFORE,
                                        "most",
                                        40)))
                .filteredOn(line -> line.contains(" on assessment"))
                .singleElement()
                .asString()
                .contains("Index Scan using assessment_attack_on", "rows=40");
    }

    @Test
    void ofAPairTheNewestPostsAreRead() {
        assertThat(
                        explained(
                                SqlPatternHistory.POSTS,
                                Map.of(
                                        "pairs",
                                        PairRows.json(List.of(PAIR)),
                                        "since",
                                        BEFORE,
                                        "apart",
                                        AFTER,
                                        "most",
                                        200)))
                .filteredOn(line -> line.contains(" on assessment") && !line.contains("never"))
                .singleElement()
                .asString()
                .contains("Index Scan using assessment_author", "rows=200");
    }

    @Test
    void ofSignalsOnlyThoseOfTheAuthorAreLookedForInIncidents() {
        List<String> plan =
                explained(
                        SqlPatternHistory.SIGNALS,
                        Map.of("pairs", PairRows.json(List.of(PAIR)), "since", BEFORE));

        assertThat(plan)
                .filteredOn(line -> line.contains(" on incident_signal"))
                .singleElement()
                .asString()
                .contains("Index Scan using incident_signal_pkey", "rows=1.00 loops=1)");
        assertThat(plan)
                .filteredOn(line -> line.contains(" on incident "))
                .singleElement()
                .asString()
                .contains("Index Scan using incident_pkey", "rows=1.00 loops=1)");
    }

    @Test
    void whomeverSomebodyWroteAboutIsLookedUp() {
        List<String> plan =
                explained(
                        SqlPatternWatch.ADD_ALL_OF,
                        Map.of(
                                "account",
                                Sql.json(new SqlPatternWatch.Told("k", "forum", "heath")),
                                "since",
                                BEFORE,
                                "recorded",
                                BEFORE,
                                "marked",
                                BEFORE,
                                "now",
                                AFTER));

        assertThat(plan)
                .filteredOn(line -> line.contains(" on assessment") || line.contains(" on signal"))
                .hasSize(6)
                .allMatch(line -> line.contains("Index Scan using "))
                .anyMatch(line -> line.contains("assessment_author"))
                .anyMatch(line -> line.contains("assessment_handle"))
                .anyMatch(line -> line.contains("signal_author"))
                .anyMatch(line -> line.contains("signal_attempt_handle"));
        assertThat(plan)
                .filteredOn(line -> line.contains(" on pattern_mark"))
                .hasSize(2)
                .anyMatch(line -> line.contains("pattern_mark_pkey"))
                .anyMatch(line -> line.contains("pattern_mark_newest") && line.contains("rows=50"));
        assertThat(plan)
                .filteredOn(line -> line.contains("assessment_author") && line.contains("rows=600"))
                .hasSize(1);
    }

    /** How PostgreSQL answered it; nothing of what it needs stays. */
    private List<String> explained(String sql, Map<String, Object> parameters) {
        return transactions
                .run(
                        () ->
                                Sql.planForLookUps()
                                        .chain(LookUpsIT::stored)
                                        .chain(
                                                () ->
                                                        Sql.column(
                                                                "explain (analyze, costs off, timing off) "
                                                                        + sql,
                                                                String.class,
                                                                parameters))
                                        .chain(
                                                lines ->
                                                        Uni.createFrom()
                                                                .<List<String>>failure(
                                                                        new Seen(lines))))
                .onFailure(Seen.class)
                .recoverWithItem(failure -> ((Seen) failure).lines)
                .await()
                .atMost(SOON);
    }

    private static Uni<Void> stored() {
        return Multi.createFrom()
                .iterable(STORED)
                .onItem()
                .transformToUniAndConcatenate(sql -> Sql.update(sql, Map.of()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Takes the transaction back. */
    private static final class Seen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        private Seen(List<String> lines) {
            this.lines = List.copyOf(lines);
        }
    }
}
