package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.engine.EngineProfile;
import org.upstander.infrastructure.InfrastructureResource;

/** What an attack costs, however many wrote the same before. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class MarkLookUpIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Few marks are of many texts, so that a guess of how many share one is small. */
    private static final List<String> STORED =
            List.of(
                    """
                    insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, posted_at,
                        assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model)
                    select 'mark-' || n, 'p', 'r1', 'cm-marks', 'forum', '1', 'k' || n, now(), now(), now(), 'attack', 2,
                        0.9, '{}', 'name', false, 'm'
                    from generate_series(1, 3000) n
                    """,
                    """
                    insert into pattern_mark (mark, assessment_id, staff_id, author_key, source, at)
                    select case when n <= 600 then 'text:0:shared' else 'text:0:' || n / 20 end, 'mark-' || n, 'cm-marks',
                        'k' || n, 'forum', now() - n * interval '1 second'
                    from generate_series(1, 3000) n
                    """);

    @Inject Transactions transactions;

    @Test
    void ofAMarkThatManyShareOnlyTheNewestAreRead() {
        // When: nothing of it stays
        List<String> plan =
                transactions
                        .run(
                                () ->
                                        Sql.planForLookUps()
                                                .chain(() -> Sql.update(STORED.get(0), Map.of()))
                                                .chain(() -> Sql.update(STORED.get(1), Map.of()))
                                                .chain(
                                                        () ->
                                                                Sql.update(
                                                                        "analyze pattern_mark",
                                                                        Map.of()))
                                                .chain(MarkLookUpIT::explained)
                                                .chain(
                                                        lines ->
                                                                Uni.createFrom()
                                                                        .<List<String>>failure(
                                                                                new Seen(lines))))
                        .onFailure(Seen.class)
                        .recoverWithItem(failure -> ((Seen) failure).lines)
                        .await()
                        .atMost(SOON);

        // Then
        assertThat(plan)
                .filteredOn(line -> line.contains(" on pattern_mark"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Index Scan using pattern_mark_newest"))
                .allMatch(line -> line.contains("rows=50"));
    }

    private static Uni<List<String>> explained() {
        String since = Instant.now().minus(Duration.ofDays(30)).toString();
        return Sql.column(
                "explain (analyze, costs off, timing off) " + SqlPatternMarks.ALIKE,
                String.class,
                Map.of(
                        "marks",
                        Sql.json(List.of("text:0:shared")),
                        "since",
                        since,
                        "moderated_since",
                        since));
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
