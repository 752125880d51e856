package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.AssessmentStore;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternWatch;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.engine.EngineProfile;
import org.upstander.infrastructure.InfrastructureResource;

/** Statements on the connection of a transaction. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class StatementIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Transactions transactions;
    @Inject IncidentRepository incidents;
    @Inject AssessmentStore assessments;
    @Inject PatternWatch watch;

    /** Bans and declarations ask for it outside what records posts. */
    @Test
    void whoeverHasSomebodyLookedAtAsksForLookUps() {
        AuthorAlias.Account nobody = new AuthorAlias.Account("forum", "nobody", "nobody-else");

        List<String> mode =
                now(
                        transactions.run(
                                () ->
                                        watch.watchAllOf(
                                                        nobody,
                                                        Instant.EPOCH,
                                                        Instant.EPOCH,
                                                        Instant.EPOCH)
                                                .chain(
                                                        () ->
                                                                Sql.column(
                                                                        "select current_setting('plan_cache_mode')",
                                                                        String.class,
                                                                        Map.of()))));

        assertThat(mode).containsExactly("force_generic_plan");
    }

    @Test
    void statementsAtOnceSeeWhatTheSessionHadYetToWrite() {
        // Given
        String id = "in-" + UUID.randomUUID();
        List<Long> seen = new ArrayList<>();

        // When: three at once, on a session with a new row and a changed one
        now(
                transactions
                        .run(
                                () ->
                                        incidents
                                                .persist(IncidentRow.of(incident(id)))
                                                .invoke(row -> row.postCount = 7)
                                                .chain(() -> threeAtOnce(id))
                                                .invoke(seen::addAll)
                                                .chain(
                                                        () ->
                                                                Uni.createFrom()
                                                                        .failure(new Undone())))
                        .onFailure(Undone.class)
                        .recoverWithNull());

        // Then
        assertThat(seen).containsExactly(7L, 7L, 7L);
    }

    @Test
    void howLookUpsArePlannedIsOfOneTransaction() {
        assertThat(now(transactions.run(StatementIT::forLookUps)))
                .containsExactly("force_generic_plan", "off");
        assertThat(now(transactions.run(StatementIT::planning))).containsExactly("auto", "on");
    }

    @Test
    void whatRecordsAndWhatLooksAgainAreOnesOfLookUps() {
        assertThat(
                        now(
                                transactions.run(
                                        () ->
                                                assessments
                                                        .recorded(Set.of("none"))
                                                        .chain(StatementIT::planning))))
                .containsExactly("force_generic_plan", "off");
        assertThat(
                        now(
                                transactions.run(
                                        () ->
                                                watch.take(Instant.EPOCH, 1)
                                                        .chain(StatementIT::planning))))
                .containsExactly("force_generic_plan", "off");
    }

    @Test
    void anAccountThatIsToldInSeveralWaysIsWatchedOnce() {
        // Given
        String account = UUID.randomUUID().toString();
        Pair pair = new Pair("cm-1", account, "forum", "8", null);
        Pair spelled = new Pair("cm-1", account, "forum", "8", "Heath");
        // Later than anybody else looks.
        Instant first = Instant.parse("2100-01-01T00:00:00Z");
        Instant last = first.plusSeconds(60);

        // When
        now(
                transactions.run(
                        () ->
                                watch.watch(
                                        List.of(
                                                PatternWatch.Due.once(spelled, last),
                                                PatternWatch.Due.once(pair, first)))));

        // Then
        assertThat(taken(first)).containsOnlyOnce(pair);
        assertThat(taken(last.minusSeconds(1))).doesNotContain(pair);
        assertThat(taken(last)).containsOnlyOnce(pair);
        assertThat(taken(last.plusSeconds(60))).doesNotContain(pair);
    }

    private List<Pair> taken(Instant now) {
        return now(transactions.run(() -> watch.take(now, 1_000))).stream()
                .map(PatternWatch.Due::pair)
                .toList();
    }

    private static Uni<List<Long>> threeAtOnce(String id) {
        return Uni.combine()
                .all()
                .unis(posts(id), posts(id), posts(id))
                .with((one, two, three) -> List.of(one, two, three));
    }

    private static Uni<Long> posts(String id) {
        return Sql.column(
                        "select cast(post_count as bigint) from incident where id = :id",
                        Long.class,
                        Map.of("id", id))
                .map(found -> found.isEmpty() ? -1 : found.get(0));
    }

    private static Uni<List<String>> forLookUps() {
        return Uni.combine()
                .all()
                .unis(Sql.planForLookUps(), planning())
                .with((planned, settings) -> settings);
    }

    private static Uni<List<String>> planning() {
        return Sql.column(
                """
                select current_setting(name) from unnest(array['plan_cache_mode', 'enable_bitmapscan']) as s (name)
                """,
                String.class,
                Map.of());
    }

    private static Incident incident(String id) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        return new Incident(
                id,
                "cm-" + id,
                new IncidentState.Open(),
                2,
                new TreeSet<>(Set.of("insult")),
                new TreeSet<>(Set.of("forum")),
                new TreeSet<>(),
                1,
                1,
                at,
                at);
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(SOON);
    }

    /** Takes the transaction back. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
