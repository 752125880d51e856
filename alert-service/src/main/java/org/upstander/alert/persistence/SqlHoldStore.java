package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.HoldStore;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.PileOn;

@ApplicationScoped
class SqlHoldStore implements HoldStore {

    private static final String IDS =
            "any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))";

    private static final String AUTHORS =
            "select incident_id, author_id, handle from incident_author where incident_id = " + IDS;

    // A pile-on that is held itself pages nobody, so nothing may rely on it.
    private static final String PILE_ONS =
            """
            select i.id, i.staff_id, i.severity, cast(extract(epoch from i.opened_at) * 1000000 as bigint),
                cast(extract(epoch from i.last_activity_at) * 1000000 as bigint)
            from incident i
            where i.staff_id = %s and i.state <> 'resolved' and cast(:pattern as text) = any (i.patterns)
              and not exists (select 1 from page p where p.incident_id = i.id and p.state = 'pending'
                              and (p.silenced_by is not null or p.inhibited_by is not null))
            """
                    .formatted(IDS);

    private static final String KNOWN =
            """
            select id, silenced_by, inhibited_by from page
            where id = %s and (silenced_by is not null or inhibited_by is not null)
            """
                    .formatted(IDS);

    private static final String CHECK_INS =
            """
            select distinct p.id from page p join page f on f.incident_id = p.incident_id and f.run = p.run
            where p.id = %s and f.kind = 'check-in'
            """
                    .formatted(IDS);

    private static final String HOLD =
            """
            update page p set state = 'pending', fired_at = null, due_at = r.due_at,
                silenced_by = r.silenced_by, inhibited_by = r.inhibited_by
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (page_id text, silenced_by text, inhibited_by text, due_at timestamptz)
            where p.id = r.page_id
            """;

    private static final String RELEASE =
            "update page set silenced_by = null, inhibited_by = null where id = " + IDS;

    private static final String INCIDENTS_CHANGED =
            """
            update page set due_at = least(due_at, cast(cast(:now as text) as timestamptz))
            where state = 'pending' and (silenced_by is not null or inhibited_by is not null) and incident_id = %s
            """
                    .formatted(IDS);

    private static final String SILENCE_CHANGED =
            """
            update page set due_at = least(due_at, cast(cast(:now as text) as timestamptz))
            where state = 'pending' and silenced_by = :silence
            """;

    private final Runnable wakeEngine;

    SqlHoldStore(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.PAGES);
    }

    @Override
    public Uni<Map<String, List<Author>>> authors(Collection<String> incidentIds) {
        return Sql.rows(AUTHORS, Map.of("ids", Sql.json(incidentIds)))
                .map(
                        rows -> {
                            Map<String, List<Author>> found = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            found.computeIfAbsent(
                                                            (String) row[0],
                                                            id -> new ArrayList<>())
                                                    .add(
                                                            new Author(
                                                                    (String) row[1],
                                                                    (String) row[2],
                                                                    null)));
                            return found;
                        });
    }

    @Override
    public Uni<List<PileOn>> pileOns(Collection<String> staffIds) {
        return Sql.rows(PILE_ONS, Map.of("ids", Sql.json(staffIds), "pattern", PileOn.PATTERN))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new PileOn(
                                                                (String) row[0],
                                                                (String) row[1],
                                                                ((Number) row[2]).intValue(),
                                                                micros(row[3]),
                                                                micros(row[4])))
                                        .toList());
    }

    @Override
    public Uni<Map<String, By>> known(Collection<String> pageIds) {
        return Sql.rows(KNOWN, Map.of("ids", Sql.json(pageIds)))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> (String) row[0],
                                                        row ->
                                                                new By(
                                                                        (String) row[1],
                                                                        (String) row[2]))));
    }

    @Override
    public Uni<Set<String>> checkIns(Collection<String> pageIds) {
        return Sql.column(CHECK_INS, String.class, Map.of("ids", Sql.json(pageIds)))
                .map(Set::copyOf);
    }

    private record Row(String pageId, String silencedBy, String inhibitedBy, Instant dueAt) {

        static Row of(Hold hold) {
            return new Row(hold.pageId(), hold.by().silence(), hold.by().incident(), hold.dueAt());
        }
    }

    @Override
    public Uni<Void> hold(Collection<Hold> holds) {
        return holds.isEmpty()
                ? nothing()
                : run(HOLD, Map.of("rows", Sql.json(holds.stream().map(Row::of).toList())));
    }

    @Override
    public Uni<Void> release(Collection<String> pageIds) {
        return pageIds.isEmpty() ? nothing() : run(RELEASE, Map.of("ids", Sql.json(pageIds)));
    }

    @Override
    public Uni<Void> incidentsChanged(Collection<String> incidentIds, Instant now) {
        if (incidentIds.isEmpty()) {
            return nothing();
        }
        AfterCommit.add(wakeEngine);
        return run(INCIDENTS_CHANGED, Map.of("ids", Sql.json(incidentIds), "now", now.toString()));
    }

    @Override
    public Uni<Void> silenceChanged(String silenceId, Instant now) {
        AfterCommit.add(wakeEngine);
        return run(SILENCE_CHANGED, Map.of("silence", silenceId, "now", now.toString()));
    }

    private static Instant micros(Object sinceEpoch) {
        return Instant.EPOCH.plus(((Number) sinceEpoch).longValue(), ChronoUnit.MICROS);
    }

    private static Uni<Void> run(String sql, Map<String, Object> parameters) {
        return Sql.update(sql, parameters).replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
