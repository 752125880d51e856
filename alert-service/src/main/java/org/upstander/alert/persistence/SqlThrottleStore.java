package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.ThrottleStore;
import org.upstander.alert.domain.Channel;

@ApplicationScoped
class SqlThrottleStore implements ThrottleStore {

    // In the order of the keys, so that two instances never wait for each other in a circle.
    private static final String LOCK =
            """
            select cast(pg_advisory_xact_lock(key) as text)
            from (select distinct hashtextextended('page/' || r.channel || '/' || r.address, 0) as key
                  from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (channel text, address text)
                  order by 1) as keys
            """;

    private static final String SENT =
            """
            select d.channel, d.address, d.sent_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (channel text,
                address text, since timestamptz)
            join delivery d on d.address = r.address and d.channel = r.channel
            where d.kind = 'page' and d.state in ('sending', 'delivered') and d.sent_at > r.since
              and d.id not in (select jsonb_array_elements_text(cast(cast(:except as text) as jsonb)))
            """;

    // One that was sent meanwhile by whoever took the lease over has a time: the fence beside the
    // attempt, which is the same again for the next who claims it.
    private static final String HOLD =
            """
            update delivery d
            set state = case when i.state <> 'open' then 'cancelled'
                             when d.attempt > 1 then 'retry' else 'pending' end,
                attempt = d.attempt - 1, lease_until = null, held = true,
                due_at = cast(cast(:until as text) as timestamptz)
            from (select id, held from delivery where id = :id for update) as before, incident i
            where d.id = before.id and i.id = d.incident_id
              and d.state = 'sending' and d.attempt = :attempt and d.sent_at is null
            returning d.state <> 'cancelled' and not before.held
            """;

    private record Since(String channel, String address, Instant since) {}

    @Override
    public Uni<Map<Line, List<Instant>>> sent(Map<Line, Instant> since, Collection<String> except) {
        String rows =
                Sql.json(
                        since.entrySet().stream()
                                .map(
                                        one ->
                                                new Since(
                                                        one.getKey().channel().wireName(),
                                                        one.getKey().address(),
                                                        one.getValue()))
                                .toList());
        return Sql.column(LOCK, String.class, Map.of("rows", rows))
                .chain(locked -> Sql.rows(SENT, Map.of("rows", rows, "except", Sql.json(except))))
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        SqlThrottleStore::line,
                                                        Collectors.mapping(
                                                                row -> Sql.time(row[2]),
                                                                Collectors.toList()))));
    }

    private static Line line(Object[] row) {
        return new Line(Channel.of((String) row[0]).orElseThrow(), (String) row[1]);
    }

    @Override
    public Uni<Void> notSent(Collection<String> ids) {
        return Sql.update(
                        """
                        update delivery set sent_at = null
                        where id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
                        """,
                        Map.of("ids", Sql.json(ids)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> hold(DeliveryStore.Claim claim, Instant until) {
        return Sql.column(
                        HOLD,
                        Boolean.class,
                        Map.of(
                                "id", claim.job().id(),
                                "attempt", claim.attempt(),
                                "until", until.toString()))
                .map(rows -> !rows.isEmpty() && rows.get(0));
    }
}
