package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.domain.Channel;

@ApplicationScoped
class SqlDeliveryStore implements DeliveryStore {

    private static final String INSERT =
            """
            insert into delivery (id, kind, incident_id, page_id, contact_id, method, channel,
                address, step, reason, state, attempt, due_at, created_at, repeats)
            select id, kind, incident_id, page_id, contact_id, method, channel,
                address, step, reason, 'pending', 0, cast(cast(:now as text) as timestamptz),
                cast(cast(:now as text) as timestamptz),
                kind = 'page' and exists (select 1 from delivery e
                    where e.incident_id = r.incident_id and e.contact_id = r.contact_id
                      and e.kind = 'page' and e.page_id <> r.page_id and e.channel not in %s
                      and e.state in ('pending', 'sending', 'retry', 'delivered'))
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, kind text,
                incident_id text, page_id text, contact_id text, method int, channel text,
                address text, step int, reason text)
            on conflict do nothing
            """
                    .formatted(Besides.CHANNELS);

    // No address gets more than its share of a round. Only the oldest that are due are looked at,
    // so that a round costs the same however many wait. The conditions stand twice because the
    // first
    // reading locks nothing: what another instance took meanwhile fails the second.
    private static final String CLAIM =
            """
            with candidate as (
                select d.id, d.address, d.due_at, d.repeats, i.severity
                from delivery d join incident i on i.id = d.incident_id
                where ((d.state in ('pending', 'retry') and d.due_at <= cast(cast(:now as text) as timestamptz))
                    or (d.state = 'sending' and d.lease_until < cast(cast(:now as text) as timestamptz)))
                  and case d.kind when 'page' then i.state = 'open'
                      when 'acknowledge' then i.state = 'acknowledged'
                      when 'resolve' then i.state = 'resolved' else true end
                  and d.address not in (select jsonb_array_elements_text(cast(cast(:busy as text) as jsonb)))
                  and d.id not in (select jsonb_array_elements_text(cast(cast(:hand as text) as jsonb)))
                order by d.due_at, d.id
                limit 1000),
            ranked as (
                select id, row_number() over (partition by address
                    order by repeats, severity desc, due_at, id) as place
                from candidate),
            due as (
                select d.id, d.state as was
                from delivery d join incident i on i.id = d.incident_id
                where d.id in (select id from ranked where place <= :share)
                  and ((d.state in ('pending', 'retry') and d.due_at <= cast(cast(:now as text) as timestamptz))
                    or (d.state = 'sending' and d.lease_until < cast(cast(:now as text) as timestamptz)))
                  and case d.kind when 'page' then i.state = 'open'
                      when 'acknowledge' then i.state = 'acknowledged'
                      when 'resolve' then i.state = 'resolved' else true end
                order by d.due_at, d.id
                limit :limit
                for update of d skip locked)
            update delivery d
            set state = 'sending', attempt = d.attempt + 1,
                sent_at = cast(cast(:now as text) as timestamptz),
                lease_until = cast(cast(:lease as text) as timestamptz)
            from due where d.id = due.id
            returning d.id, d.kind, d.incident_id, d.page_id, d.contact_id, d.method, d.channel,
                d.address, d.step, d.reason, d.attempt, due.was, d.repeats, d.created_at,
                d.held or d.created_at < cast(cast(:now as text) as timestamptz) - interval '1 minute'
            """;

    private final IncidentRepository incidents;
    private final Runnable wakeEngine;

    SqlDeliveryStore(IncidentRepository incidents, Wakeups wakeups) {
        this.incidents = incidents;
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.DELIVERIES);
    }

    private record Row(
            String id,
            String kind,
            String incidentId,
            String pageId,
            String contactId,
            int method,
            String channel,
            String address,
            int step,
            String reason) {

        static Row of(Job job) {
            return new Row(
                    job.id(),
                    job.kind().name().toLowerCase(Locale.ROOT),
                    job.incidentId(),
                    job.pageId(),
                    job.contactId(),
                    job.method(),
                    job.channel().wireName(),
                    job.address(),
                    job.step(),
                    job.reason());
        }
    }

    @Override
    public Uni<Void> add(List<Job> jobs, Instant now) {
        if (jobs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        return Sql.update(
                        INSERT,
                        Map.of(
                                "now",
                                now.toString(),
                                "rows",
                                Sql.json(jobs.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Claim>> claimDue(
            Instant now, Instant leaseUntil, Room room, Collection<String> inHand) {
        return Sql.rows(
                        CLAIM,
                        Map.of(
                                "now",
                                now.toString(),
                                "lease",
                                leaseUntil.toString(),
                                "limit",
                                room.limit(),
                                "share",
                                room.perAddress(),
                                "busy",
                                Sql.json(room.busy()),
                                "hand",
                                Sql.json(inHand)))
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(List.of()) : claims(rows));
    }

    private Uni<List<Claim>> claims(List<Object[]> rows) {
        return incidents
                .list("id in ?1", rows.stream().map(row -> (String) row[2]).distinct().toList())
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.id, Function.identity())))
                .map(
                        byId ->
                                rows.stream()
                                        .sorted(mostUrgentFirst(byId))
                                        .map(row -> claim(row, byId))
                                        .toList());
    }

    private static Comparator<Object[]> mostUrgentFirst(Map<String, IncidentRow> incidents) {
        return Comparator.comparing((Object[] row) -> (Boolean) row[12])
                .thenComparing(row -> -incidents.get((String) row[2]).toDomain().severity())
                .thenComparing(row -> Sql.time(row[13]))
                .thenComparing(row -> (String) row[0]);
    }

    private static Claim claim(Object[] row, Map<String, IncidentRow> incidents) {
        Job job =
                new Job(
                        (String) row[0],
                        Kind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Integer) row[5],
                        Channel.of((String) row[6]).orElseThrow(),
                        (String) row[7],
                        (Integer) row[8],
                        (String) row[9]);
        return new Claim(
                job,
                (Integer) row[10],
                incidents.get(job.incidentId()).toDomain(),
                "sending".equals(row[11]),
                (Boolean) row[14]);
    }

    @Override
    public Uni<Void> cancelWaiting(String incidentId) {
        Map<String, Object> incident = Map.of("incident", incidentId);
        return Sql.update(
                        """
                        update page set state = 'cancelled'
                        where incident_id = :incident and state = 'pending'
                        """,
                        incident)
                .chain(
                        () ->
                                Sql.update(
                                        """
                                        update delivery set state = 'cancelled'
                                        where incident_id = :incident
                                          and kind in ('page', 'acknowledge')
                                          and state in ('pending', 'retry')
                                        """,
                                        incident))
                .replaceWithVoid();
    }
}
