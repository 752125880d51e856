package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.canary.CanaryStore;
import org.upstander.alert.domain.Canary;

@ApplicationScoped
class SqlCanaryStore implements CanaryStore {

    private static final String BEGIN =
            """
            insert into canary (id, since, post_due_at, ping_due_at)
            select 1, at, at, at from (select cast(cast(:now as text) as timestamptz) as at) as r
            on conflict do nothing
            """;

    // Two instances wait for each other at the row, and the second finds it put off. A turn that is
    // farther ahead than the next one was taken by a clock that was wrong, or by another rhythm.
    private static final String CLAIM =
            """
            update canary set %1$s = cast(cast(:next as text) as timestamptz)
            where %1$s <= cast(cast(:now as text) as timestamptz)
               or %1$s > cast(cast(:next as text) as timestamptz)
            """;

    private static final String CAME_BACK =
            """
            update canary set back_at = cast(cast(:at as text) as timestamptz)
            where back_at is null or back_at < cast(cast(:at as text) as timestamptz)
            """;

    // Deliveries are left out: they wait for whoever is slow to take them.
    private static final String TIMERS_RUN =
            """
            select not exists (
                    select 1 from page p join incident i on i.id = p.incident_id
                    where p.state = 'pending' and i.state = 'open'
                      and p.due_at < cast(cast(:late as text) as timestamptz))
                and not exists (
                    select 1 from incident_timer where due_at < cast(cast(:late as text) as timestamptz))
            """;

    @Override
    public Uni<Canary> read(Instant now) {
        return row().chain(
                        rows ->
                                rows.isEmpty()
                                        ? Sql.update(BEGIN, Map.of("now", now.toString()))
                                                .chain(SqlCanaryStore::row)
                                        : Uni.createFrom().item(rows))
                .map(rows -> new Canary(Sql.time(rows.get(0)[0]), Sql.time(rows.get(0)[1])));
    }

    private static Uni<List<Object[]>> row() {
        return Sql.rows("select since, back_at from canary", Map.of());
    }

    @Override
    public Uni<Boolean> claimPost(Instant now, Duration every) {
        return claim("post_due_at", now, every);
    }

    @Override
    public Uni<Boolean> claimPing(Instant now, Duration every) {
        return claim("ping_due_at", now, every);
    }

    private static Uni<Boolean> claim(String turn, Instant now, Duration every) {
        long slot = every.toMillis();
        Instant next = Instant.ofEpochMilli((now.toEpochMilli() / slot + 1) * slot);
        return Sql.update(
                        CLAIM.formatted(turn),
                        Map.of("now", now.toString(), "next", next.toString()))
                .map(changed -> changed > 0);
    }

    @Override
    public Uni<Void> cameBack(Instant writtenAt) {
        return Sql.update(CAME_BACK, Map.of("at", writtenAt.toString())).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> timersRun(Instant late) {
        return Sql.column(TIMERS_RUN, Boolean.class, Map.of("late", late.toString()))
                .map(run -> Boolean.TRUE.equals(run.get(0)));
    }
}
