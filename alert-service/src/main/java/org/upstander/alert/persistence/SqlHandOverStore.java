package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.HandOverMarks;
import org.upstander.alert.application.HandOverStore;
import org.upstander.alert.application.ShiftChanges;
import org.upstander.alert.application.Wakeups;

@ApplicationScoped
class SqlHandOverStore implements HandOverStore, HandOverMarks, ShiftChanges {

    private static final String IDS =
            "any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))";

    // In order, so that two transactions never wait for each other in a circle.
    private static final String PLAN =
            """
            insert into hand_over (incident_id, schedule_id, contact_id, step, due_at)
            select incident_id, schedule_id, contact_id, step, due_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text,
                schedule_id text, contact_id text, step int, due_at timestamptz)
            order by incident_id, schedule_id, contact_id
            on conflict (incident_id, schedule_id, contact_id) do update
                set step = excluded.step, due_at = excluded.due_at
            """;

    private static final String LOCK_DUE =
            """
            select i.id from hand_over h join incident i on i.id = h.incident_id
            where h.due_at <= cast(cast(:now as text) as timestamptz)
            order by h.due_at, i.id
            limit :limit
            for no key update of i skip locked
            """;

    // Under the lock only those that are still due: the shift may have been planned anew meanwhile.
    private static final String TAKE =
            """
            delete from hand_over
            where incident_id = %s and due_at <= cast(cast(:now as text) as timestamptz)
            returning incident_id, schedule_id, contact_id, step
            """
                    .formatted(IDS);

    private static final String WAITING =
            "select incident_id, schedule_id, contact_id, step from hand_over where incident_id = "
                    + IDS;

    private static final String COMMENTED =
            "select distinct incident_id from incident_comment where incident_id = " + IDS;

    private static final String DUE_STEPS =
            """
            select incident_id, step from page
            where incident_id = %s and state = 'pending' and kind <> 'digest'
              and due_at <= cast(cast(:now as text) as timestamptz)
            """
                    .formatted(IDS);

    private static final String SCHEDULE_CHANGED =
            """
            update hand_over set due_at = least(due_at, cast(cast(:now as text) as timestamptz))
            where schedule_id = :schedule
            """;

    private static final String MARK =
            """
            update page set hand_over = :schedule
            where incident_id = :incident and state = 'pending'
              and run = (select max(run) from page where incident_id = :incident)
            """;

    private static final String MARKED =
            """
            select p.id, p.hand_over, h.contact_id from page p
            left join hand_over h on h.incident_id = p.incident_id and h.schedule_id = p.hand_over
            where p.hand_over is not null and p.id = %s
            """
                    .formatted(IDS);

    private final Runnable wakeTimers;

    SqlHandOverStore(Wakeups wakeups) {
        this.wakeTimers = () -> wakeups.wake(Wakeups.Work.TIMERS);
    }

    private record Row(
            String incidentId, String scheduleId, String contactId, int step, Instant dueAt) {

        static Row of(Planned one) {
            return new Row(
                    one.who().incidentId(),
                    one.who().scheduleId(),
                    one.who().contactId(),
                    one.who().step(),
                    one.dueAt());
        }
    }

    @Override
    public Uni<Void> plan(Collection<Planned> planned) {
        return planned.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(PLAN, Map.of("rows", Sql.json(planned.stream().map(Row::of).toList())))
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<OnShift>> claimDue(Instant now, int limit) {
        return Sql.column(LOCK_DUE, String.class, Map.of("now", now.toString(), "limit", limit))
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : onShift(
                                                TAKE,
                                                Map.of(
                                                        "ids",
                                                        Sql.json(ids),
                                                        "now",
                                                        now.toString())));
    }

    @Override
    public Uni<List<OnShift>> waiting(Collection<String> incidentIds) {
        return onShift(WAITING, Map.of("ids", Sql.json(incidentIds)));
    }

    private static Uni<List<OnShift>> onShift(String sql, Map<String, Object> parameters) {
        return Sql.rows(sql, parameters)
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new OnShift(
                                                                (String) row[0],
                                                                (String) row[1],
                                                                (String) row[2],
                                                                (Integer) row[3]))
                                        .toList());
    }

    @Override
    public Uni<Map<String, Set<Integer>>> dueSteps(Collection<String> incidentIds, Instant now) {
        return Sql.rows(DUE_STEPS, Map.of("ids", Sql.json(incidentIds), "now", now.toString()))
                .map(
                        rows -> {
                            Map<String, Set<Integer>> steps = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            steps.computeIfAbsent(
                                                            (String) row[0], id -> new HashSet<>())
                                                    .add((Integer) row[1]));
                            return steps;
                        });
    }

    @Override
    public Uni<Set<String>> commented(Collection<String> incidentIds) {
        return Sql.column(COMMENTED, String.class, Map.of("ids", Sql.json(incidentIds)))
                .map(Set::copyOf);
    }

    @Override
    public Uni<Void> scheduleChanged(String scheduleId, Instant now) {
        AfterCommit.add(wakeTimers);
        return Sql.update(SCHEDULE_CHANGED, Map.of("schedule", scheduleId, "now", now.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> mark(String incidentId, String scheduleId) {
        return Sql.update(MARK, Map.of("incident", incidentId, "schedule", scheduleId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, Mark>> of(Collection<String> pageIds) {
        return Sql.rows(MARKED, Map.of("ids", Sql.json(pageIds)))
                .map(
                        rows -> {
                            Map<String, Mark> marks = new HashMap<>();
                            for (Object[] row : rows) {
                                Mark mark =
                                        marks.computeIfAbsent(
                                                (String) row[0],
                                                id -> new Mark((String) row[1], new HashSet<>()));
                                if (row[2] != null) {
                                    mark.called().add((String) row[2]);
                                }
                            }
                            return marks;
                        });
    }
}
