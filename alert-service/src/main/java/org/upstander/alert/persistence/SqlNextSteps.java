package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.NextSteps;
import org.upstander.alert.application.PageStore;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Incident;

@ApplicationScoped
class SqlNextSteps implements NextSteps {

    private static final String REPEAT =
            "(p.kind = 'step' and p.run > 0 and p.round = 0 and p.step = 0)";

    private static final String TAKE =
            """
            update page p set state = 'fired', fired_at = cast(cast(:now as text) as timestamptz),
                reason = :reason
            from incident i
            where p.incident_id = :incident and i.id = p.incident_id and p.state = 'pending'
              and p.kind <> 'digest' and not %s
            returning p.id, p.run, p.round, p.step, p.reason, p.alone,
                (select max(run) from page q where q.incident_id = p.incident_id), i.policy
            """
                    .formatted(REPEAT);

    private static final String WAITS =
            """
            select case when %s then 'repeat' else 'step' end, p.due_at as due
            from page p
            where p.incident_id = :incident and p.state = 'pending' and p.kind <> 'digest'
            union all
            select 'message', d.due_at from delivery d
            where d.incident_id = :incident and d.kind = 'page' and d.held
              and d.state in ('pending', 'retry')
            union all
            select 'timer', t.due_at from incident_timer t where t.incident_id = :incident
            order by due
            """
                    .formatted(REPEAT);

    private static final String HURRY_LAST_RESORT =
            """
            update page p set reason = :reason,
                due_at = least(p.due_at, cast(cast(:now as text) as timestamptz))
            from page before
            where before.id = :page and before.step = :steps - 1 and before.kind <> 'digest'
              and p.incident_id = before.incident_id and p.run = before.run
              and p.round = before.round and p.step = :steps and p.state = 'pending'
            """;

    // Where another round follows, or nothing because an earlier run goes on: it stands alone.
    private static final String ADD_LAST_RESORT =
            """
            insert into page (id, incident_id, run, round, step, state, due_at, reason, alone)
            select 'pg_' || left(encode(sha256(cast('v1 last resort ' || before.id as bytea)), 'hex'), 32),
                before.incident_id, before.run, before.round, :steps, 'pending',
                cast(cast(:now as text) as timestamptz), :reason, true
            from page before
            where before.id = :page and before.step = :steps - 1 and before.kind <> 'digest'
            on conflict do nothing
            """;

    private final Runnable wakeEngine;

    SqlNextSteps(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.PAGES);
    }

    @Override
    public Uni<List<PageStore.DuePage>> take(Incident incident, Instant now, String reason) {
        return Sql.rows(
                        TAKE,
                        Map.of("incident", incident.id(), "now", now.toString(), "reason", reason))
                .map(rows -> rows.stream().map(row -> duePage(row, incident)).toList());
    }

    private static PageStore.DuePage duePage(Object[] row, Incident incident) {
        return new PageStore.DuePage(
                (String) row[0],
                incident,
                new Position((Integer) row[1], (Integer) row[2], (Integer) row[3]),
                (String) row[4],
                Optional.ofNullable((String) row[7]).map(PolicyJson::read),
                (Boolean) row[5],
                (Integer) row[6]);
    }

    @Override
    public Uni<List<Wait>> waits(String incidentId) {
        return Sql.rows(WAITS, Map.of("incident", incidentId))
                .map(rows -> rows.stream().map(SqlNextSteps::wait).toList());
    }

    private static Wait wait(Object[] row) {
        return new Wait(What.valueOf(((String) row[0]).toUpperCase(Locale.ROOT)), Sql.time(row[1]));
    }

    @Override
    public Uni<Boolean> lastResortNow(String pageId, int steps, Instant now, String reason) {
        AfterCommit.add(wakeEngine);
        Map<String, Object> last =
                Map.of("page", pageId, "steps", steps, "now", now.toString(), "reason", reason);
        return Sql.update(HURRY_LAST_RESORT, last)
                .chain(
                        there ->
                                there > 0
                                        ? Uni.createFrom().item(there)
                                        : Sql.update(ADD_LAST_RESORT, last))
                .map(changed -> changed > 0);
    }
}
