package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.TimerStore;

@ApplicationScoped
class SqlTimerStore implements TimerStore {

    private static final String SET =
            """
            insert into incident_timer (incident_id, kind, due_at, reason, every_seconds)
            values (:incident, :kind, cast(cast(:due as text) as timestamptz), :reason,
                nullif(cast(:every as bigint), 0))
            on conflict (incident_id, kind) do update
                set due_at = excluded.due_at, reason = excluded.reason,
                    every_seconds = excluded.every_seconds, misses = 0
            """;

    private static final String MOVE =
            """
            with moved as (
                delete from incident_timer where incident_id = :from and kind = :kind
                returning kind, due_at, reason, every_seconds, misses)
            insert into incident_timer as t (incident_id, kind, due_at, reason, every_seconds,
                misses)
            select :into, kind, due_at, reason, every_seconds, misses from moved
            on conflict (incident_id, kind) do update
                set due_at = excluded.due_at, reason = excluded.reason,
                    every_seconds = excluded.every_seconds, misses = excluded.misses
                where excluded.due_at < t.due_at
            """;

    private static final String CLEAR =
            """
            delete from incident_timer
            where incident_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
              and kind = any (array(select jsonb_array_elements_text(cast(cast(:kinds as text) as jsonb))))
            """;

    // As with pages, the incident is the lock: an acknowledgement and an expiry follow each other.
    private static final String LOCK_DUE =
            """
            select i.id from incident_timer t join incident i on i.id = t.incident_id
            where t.due_at <= cast(cast(:now as text) as timestamptz)
            order by t.due_at, i.id
            limit :limit
            for no key update of i skip locked
            """;

    // Under the lock only those that are still due: one may have been put off before we had it.
    private static final String TAKE =
            """
            with due as (
                select incident_id, kind from incident_timer
                where incident_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
                  and due_at <= cast(cast(:now as text) as timestamptz)),
            over as (
                delete from incident_timer t using due
                where t.incident_id = due.incident_id and t.kind = due.kind
                  and t.every_seconds is null
                returning t.incident_id, t.kind, t.reason, t.misses),
            missed as (
                update incident_timer t
                set misses = t.misses + 1, due_at = cast(cast(:now as text) as timestamptz)
                    + t.every_seconds * interval '1 second'
                from due
                where t.incident_id = due.incident_id and t.kind = due.kind
                  and t.every_seconds is not null
                returning t.incident_id, t.kind, t.reason, t.misses)
            select incident_id, kind, reason, misses from over
            union all select incident_id, kind, reason, misses from missed
            """;

    @Override
    public Uni<Void> set(String incidentId, Kind kind, Instant dueAt, String reason) {
        return setEvery(incidentId, kind, Duration.ZERO, dueAt, reason);
    }

    @Override
    public Uni<Boolean> again(String incidentId, Kind kind, Instant now) {
        return Sql.update(
                        """
                        update incident_timer
                        set misses = 0, due_at = cast(cast(:now as text) as timestamptz)
                            + every_seconds * interval '1 second'
                        where incident_id = :incident and kind = :kind and every_seconds is not null
                        """,
                        Map.of(
                                "incident",
                                incidentId,
                                "kind",
                                kind.wireName(),
                                "now",
                                now.toString()))
                .map(changed -> changed > 0);
    }

    @Override
    public Uni<Void> setEvery(
            String incidentId, Kind kind, Duration every, Instant dueAt, String reason) {
        return Sql.update(
                        SET,
                        Map.of(
                                "incident",
                                incidentId,
                                "kind",
                                kind.wireName(),
                                "due",
                                dueAt.toString(),
                                "every",
                                every.toSeconds(),
                                "reason",
                                reason))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> move(String from, String into, Kind kind) {
        return Sql.update(MOVE, Map.of("from", from, "into", into, "kind", kind.wireName()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> clear(Collection<String> incidentIds, Set<Kind> kinds) {
        return Sql.update(
                        CLEAR,
                        Map.of(
                                "ids",
                                Sql.json(incidentIds),
                                "kinds",
                                Sql.json(kinds.stream().map(Kind::wireName).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Due>> claimDue(Instant now, int limit) {
        return Sql.column(LOCK_DUE, String.class, Map.of("now", now.toString(), "limit", limit))
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : take(ids, now));
    }

    private static Uni<List<Due>> take(List<String> ids, Instant now) {
        return Sql.rows(TAKE, Map.of("ids", Sql.json(ids), "now", now.toString()))
                .map(rows -> rows.stream().map(SqlTimerStore::due).toList());
    }

    private static Due due(Object[] row) {
        String kind = ((String) row[1]).toUpperCase(Locale.ROOT).replace('-', '_');
        return new Due((String) row[0], Kind.valueOf(kind), (String) row[2], (Integer) row[3]);
    }
}
