package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    private static final String ENDS_ALONE = Sql.channels(Channel::endsAlone);

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
            String reason,
            Integer rulePlace,
            Long ruleAfterMs) {

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
                    job.reason(),
                    job.rule() == null ? null : job.rule().place(),
                    job.rule() == null ? null : job.rule().after().toMillis());
        }
    }

    @Override
    public Uni<Void> add(List<Job> jobs, Instant now) {
        if (jobs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        return Sql.update(
                        DeliverySql.INSERT,
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
                        DeliverySql.CLAIM,
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
                                Sql.json(inHand),
                                "alone",
                                ENDS_ALONE))
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

    static Rule rule(Object place, Object afterMs) {
        return place == null
                ? null
                : new Rule(
                        ((Number) place).intValue(),
                        Duration.ofMillis(((Number) afterMs).longValue()));
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
                        (String) row[9],
                        rule(row[15], row[16]));
        return new Claim(
                job,
                (Integer) row[10],
                incidents.get(job.incidentId()).toDomain(),
                "sending".equals(row[11]),
                (Boolean) row[14],
                new Kept((String) row[17], row[18] == null ? 0 : ((Number) row[18]).intValue()));
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
