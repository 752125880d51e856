package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.noise.MentionSums;
import org.upstander.alert.application.noise.NoiseWatchStore;
import org.upstander.alert.domain.noise.Excursion;
import org.upstander.alert.domain.noise.Mentions;

@ApplicationScoped
class SqlNoiseWatchStore implements NoiseWatchStore, MentionSums {

    // Sorted, so that two transactions never wait for each other in a circle. In a storm most are
    // due already: then there is nothing to write, nor to wait for.
    private static final String LOOK =
            """
            insert into noise_watch (staff_id, due_at)
            select distinct s.id, cast(cast(:due as text) as timestamptz)
            from jsonb_array_elements_text(cast(cast(:staff as text) as jsonb)) as s (id)
            where not exists (select from noise_watch w where w.staff_id = s.id
                and w.due_at <= cast(cast(:due as text) as timestamptz))
            order by s.id
            on conflict (staff_id) do update set due_at = least(noise_watch.due_at, excluded.due_at)
            """;

    private static final String DUE =
            """
            select staff_id, out_since, out_at from noise_watch
            where due_at <= cast(cast(:now as text) as timestamptz)
            order by due_at limit :limit for update skip locked
            """;

    private static final String KEEP =
            """
            update noise_watch set due_at = cast(nullif(cast(:due as text), '') as timestamptz),
                out_since = cast(nullif(cast(:since as text), '') as timestamptz),
                out_at = cast(nullif(cast(:out as text), '') as timestamptz)
            where staff_id = :staff
            """;

    private static final String SUMS =
            """
            select hour >= cast(cast(:window as text) as timestamptz) as judged, sum(supportive),
                sum(neutral), sum(criticism), sum(attack), sum(spam)
            from mention_hour
            where staff_id = :staff and hour >= cast(cast(:baseline as text) as timestamptz)
            group by 1
            """;

    @Override
    public Uni<Void> look(Collection<String> staffIds, Instant dueAt) {
        return Sql.update(LOOK, Map.of("staff", Sql.json(staffIds), "due", dueAt.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Watch>> due(Instant now, int limit) {
        return Sql.rows(DUE, Map.of("now", now.toString(), "limit", limit))
                .map(rows -> rows.stream().map(SqlNoiseWatchStore::watch).toList());
    }

    private static Watch watch(Object[] row) {
        return new Watch(
                (String) row[0],
                Optional.ofNullable(Sql.time(row[1]))
                        .map(since -> new Excursion(since, Sql.time(row[2]))));
    }

    @Override
    public Uni<Void> keep(String staffId, Optional<Excursion> excursion, Optional<Instant> dueAt) {
        Map<String, Object> values = new HashMap<>();
        values.put("staff", staffId);
        values.put("due", text(dueAt));
        values.put("since", text(excursion.map(Excursion::since)));
        values.put("out", text(excursion.map(Excursion::lastOut)));
        return Sql.update(KEEP, values).replaceWithVoid();
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    @Override
    public Uni<Sums> of(String staffId, Instant baselineFrom, Instant windowFrom) {
        return Sql.rows(
                        SUMS,
                        Map.of(
                                "staff",
                                staffId,
                                "baseline",
                                baselineFrom.toString(),
                                "window",
                                windowFrom.toString()))
                .map(rows -> new Sums(sum(rows, false), sum(rows, true)));
    }

    private static Mentions sum(List<Object[]> rows, boolean judged) {
        return rows.stream()
                .filter(row -> judged == (Boolean) row[0])
                .map(
                        row ->
                                new Mentions(
                                        (Long) row[1],
                                        (Long) row[2],
                                        (Long) row[3],
                                        (Long) row[4],
                                        (Long) row[5]))
                .findFirst()
                .orElse(Mentions.NONE);
    }
}
