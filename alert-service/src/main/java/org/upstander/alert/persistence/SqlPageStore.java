package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.PageStore;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Ids;

@ApplicationScoped
class SqlPageStore implements PageStore {

    private static final String INSERT =
            """
            insert into page (id, incident_id, run, round, step, state, due_at, reason)
            select id, incident_id, run, round, step, 'pending', due_at, reason
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, incident_id text,
                run int, round int, step int, due_at timestamptz, reason text)
            on conflict do nothing
            """;

    // Locks incidents, not pages: an acknowledgement locks the incident first, too, so neither can
    // slip in between the other's steps. Whoever holds the incident will leave it in a moment.
    private static final String LOCK_DUE =
            """
            select p.id from page p join incident i on i.id = p.incident_id
            where p.state = 'pending' and p.due_at <= cast(cast(:now as text) as timestamptz) and i.state = 'open'
            order by p.due_at, p.id
            limit :limit
            for no key update of i skip locked
            """;

    // Another instance may have fired the page between our snapshot and our lock: then the state
    // has changed and the page is not ours.
    private static final String FIRE =
            """
            update page p set state = 'fired', fired_at = cast(cast(:now as text) as timestamptz)
            where p.id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
              and p.state = 'pending'
            returning p.id, p.incident_id, p.run, p.round, p.step, p.reason, p.alone,
                (select max(run) from page q where q.incident_id = p.incident_id)
            """;

    private static final String PUT_BACK =
            """
            update page p set state = 'pending', fired_at = null,
                due_at = cast(r.value as timestamptz)
            from jsonb_each_text(cast(cast(:rows as text) as jsonb)) as r (key, value)
            where p.id = r.key
            """;

    // The version grows, so that whoever read the incident before writes no policy over this one.
    private static final String PIN =
            """
            update incident i set policy = r.value, version = version + 1
            from jsonb_each_text(cast(cast(:rows as text) as jsonb)) as r (key, value)
            where i.id = r.key
            """;

    private final IncidentRepository incidents;
    private final Runnable wakeEngine;

    SqlPageStore(IncidentRepository incidents, Wakeups wakeups) {
        this.incidents = incidents;
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.PAGES);
    }

    private record Row(
            String id,
            String incidentId,
            int run,
            int round,
            int step,
            Instant dueAt,
            String reason) {

        static Row of(NewPage page) {
            return new Row(
                    Ids.page(page.incidentId(), page.position()),
                    page.incidentId(),
                    page.position().run(),
                    page.position().round(),
                    page.position().step(),
                    page.dueAt(),
                    page.reason());
        }
    }

    @Override
    public Uni<Void> schedule(List<NewPage> pages) {
        if (pages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        return Sql.update(INSERT, Map.of("rows", Sql.json(pages.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<DuePage>> claimDue(Instant now, int limit) {
        return Sql.column(LOCK_DUE, String.class, Map.of("now", now.toString(), "limit", limit))
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : fire(ids, now));
    }

    private Uni<List<DuePage>> fire(List<String> ids, Instant now) {
        return Sql.rows(FIRE, Map.of("now", now.toString(), "ids", Sql.json(ids)))
                .chain(
                        rows ->
                                incidents
                                        .list(
                                                "id in ?1",
                                                rows.stream().map(row -> (String) row[1]).toList())
                                        .map(found -> duePages(rows, found)));
    }

    private static List<DuePage> duePages(List<Object[]> rows, List<IncidentRow> found) {
        Map<String, IncidentRow> byId =
                found.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        return rows.stream().map(row -> duePage(row, byId.get((String) row[1]))).toList();
    }

    private static DuePage duePage(Object[] row, IncidentRow incident) {
        return new DuePage(
                (String) row[0],
                incident.toDomain(),
                new Position((Integer) row[2], (Integer) row[3], (Integer) row[4]),
                (String) row[5],
                Optional.ofNullable(incident.policy).map(PolicyJson::read),
                (Boolean) row[6],
                (Integer) row[7]);
    }

    @Override
    public Uni<Void> putBack(Map<String, Instant> dueAt) {
        return dueAt.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(PUT_BACK, Map.of("rows", Sql.json(dueAt))).replaceWithVoid();
    }

    @Override
    public Uni<Void> pin(Map<String, EscalationPolicy> policies) {
        if (policies.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, String> rows = new HashMap<>();
        policies.forEach((incident, policy) -> rows.put(incident, PolicyJson.write(policy)));
        return Sql.update(PIN, Map.of("rows", Sql.json(rows))).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> bringForward(String incidentId, Instant now, String reason) {
        AfterCommit.add(wakeEngine);
        return Sql.update(
                        """
                        update page set due_at = least(due_at, cast(cast(:now as text) as timestamptz)),
                            reason = :reason
                        where incident_id = :incident and state = 'pending'
                          -- A later run begins when it is due: dead addresses must not chase it.
                          and not (run > 0 and round = 0 and step = 0)
                        """,
                        Map.of("now", now.toString(), "reason", reason, "incident", incidentId))
                .map(changed -> changed > 0);
    }
}
