package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.RunStore;
import org.upstander.alert.application.Wakeups;

@ApplicationScoped
class SqlRunStore implements RunStore {

    private static final String SO_FAR =
            """
            select i.id, i.policy, p.last_paged_at, p.digests
            from incident i
            cross join lateral (
                select max(fired_at) as last_paged_at,
                    count(*) filter (where kind = 'digest') as digests
                from page where incident_id = i.id and state = 'fired') p
            where i.id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    // A repeat that only waits is replaced by what begins now.
    private static final String DROP_REPEATS =
            """
            update page p set state = 'cancelled'
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text,
                kind text)
            where p.incident_id = r.incident_id and r.kind <> 'digest' and p.state = 'pending'
              and p.kind = 'step' and p.run > 0 and p.round = 0 and p.step = 0
            """;

    // The digest of its own row per incident; ids need no rule, since the lock is held.
    private static final String BEGIN =
            """
            insert into page (id, incident_id, run, round, step, state, due_at, reason, kind, alone)
            select 'pg_' || left(encode(sha256(cast('v1 run ' || r.incident_id || ' ' || n.run as bytea)), 'hex'), 32),
                r.incident_id, n.run, 0, r.step, 'pending', r.due_at, r.reason,
                r.kind,
                r.kind = 'digest' or exists (select 1 from page p where p.incident_id = r.incident_id
                    and p.state = 'pending' and p.kind <> 'digest')
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text,
                step int, due_at timestamptz, reason text, kind text)
            cross join lateral (select coalesce(max(run), 0) + 1 as run
                from page where incident_id = r.incident_id) n
            where r.kind <> 'digest' or not exists (select 1 from page p
                where p.incident_id = r.incident_id and p.state = 'pending' and p.kind = 'digest')
            on conflict do nothing
            """;

    private final Runnable wakeEngine;

    SqlRunStore(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.PAGES);
    }

    private record Row(String incidentId, int step, Instant dueAt, String reason, String kind) {

        static Row of(Run run) {
            return new Row(
                    run.incidentId(),
                    run.from(),
                    run.dueAt(),
                    run.reason(),
                    run.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Override
    public Uni<Map<String, SoFar>> soFar(Collection<String> incidentIds) {
        return Sql.rows(SO_FAR, Map.of("ids", Sql.json(incidentIds)))
                .map(
                        rows -> {
                            Map<String, SoFar> byId = new HashMap<>();
                            rows.forEach(row -> byId.put((String) row[0], soFar(row)));
                            return byId;
                        });
    }

    private static SoFar soFar(Object[] row) {
        return new SoFar(
                Optional.ofNullable(Sql.time(row[2])),
                ((Long) row[3]).intValue(),
                Optional.ofNullable((String) row[1]).map(PolicyJson::read));
    }

    @Override
    public Uni<Void> begin(List<Run> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        Map<String, Object> rows = Map.of("rows", Sql.json(runs.stream().map(Row::of).toList()));
        return Sql.update(DROP_REPEATS, rows)
                .chain(() -> Sql.update(BEGIN, rows))
                .replaceWithVoid();
    }
}
