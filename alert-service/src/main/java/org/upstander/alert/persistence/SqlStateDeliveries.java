package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.upstander.alert.application.StateDeliveries;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Incident;

@ApplicationScoped
class SqlStateDeliveries implements StateDeliveries {

    // Whatever was tried may have arrived, also where no answer came; what was refused did not. One
    // row for each alert or message that is kept there. The id follows from what it names, as all
    // ids of deliveries do; how often the alert was paged is part of it, so that one that paged
    // again is acknowledged there again. What was not told before it paged again is not true any
    // more, and is told no more; of an attempt that is under way nothing is known before its lease
    // is over.
    private static final String INSERT =
            """
            with kept as (
                select d.*,
                    case when d.channel = any (array(select jsonb_array_elements_text(cast(cast(:messages as text) as jsonb))))
                        then substring(d.receipt from '^message ([0-9]{1,20})$')
                        else coalesce(d.alert_key, d.incident_id) end as there,
                    case when d.channel = any (array(select jsonb_array_elements_text(cast(cast(:alone as text) as jsonb))))
                        then d.severity end as grave
                from delivery d
                where d.incident_id = :incident and d.kind in ('page', 'refresh') and d.attempt > 0
                  and d.channel = any (array(select jsonb_array_elements_text(cast(cast(:channels as text) as jsonb))))),
            news as (
                select 'dl_' || left(encode(sha256(convert_to(concat_ws('|', 'v3', cast(:kind as text),
                        d.incident_id, d.channel, d.address, d.there, d.grave,
                        count(*) filter (where d.kind = 'page')), 'UTF8')), 'hex'), 32) as id,
                    d.incident_id, min(d.contact_id) as contact_id, min(d.method) as method, d.channel,
                    d.address, min(d.step) as step,
                    greatest(cast(cast(:now as text) as timestamptz),
                        max(d.lease_until) filter (where d.state = 'sending')) as due_at,
                    d.there, d.grave
                from kept d
                where d.there is not null
                group by d.incident_id, d.channel, d.address, d.there, d.grave
                having bool_or(d.state in ('delivered', 'sending', 'cancelled'))),
            older as (
                update delivery o set state = 'cancelled', lease_until = null
                where o.incident_id = :incident and o.kind in ('acknowledge', 'resolve')
                  and (o.state in ('pending', 'retry') or o.state = 'sending'
                    and o.lease_until < cast(cast(:now as text) as timestamptz))
                  and o.id not in (select id from news))
            insert into delivery (id, kind, incident_id, contact_id, method, channel, address, step,
                reason, state, attempt, due_at, created_at, alert_key, severity)
            select id, cast(:kind as text), incident_id, contact_id, method, channel, address, step,
                cast(:reason as text), 'pending', 0, due_at,
                cast(cast(:now as text) as timestamptz), there, grave
            from news
            on conflict (id) do update set state = 'pending', due_at = excluded.due_at
            where delivery.state = 'cancelled'
               or delivery.state = 'pending' and delivery.due_at > excluded.due_at
            """;

    private static final String NOTHING_GOES_ON =
            """
            update delivery set state = 'cancelled'
            where incident_id = :incident and kind = 'refresh' and state in ('pending', 'retry')
            """;

    private static final String ACKNOWLEDGED = Sql.channels(Channel::showsAcknowledgement);
    private static final String RESOLVED = Sql.channels(Channel::keepsState);
    private static final String MESSAGES = Sql.channels(Channel::keepsMessages);
    private static final String ENDS_ALONE = Sql.channels(Channel::endsAlone);

    private final Runnable wakeEngine;

    SqlStateDeliveries(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.DELIVERIES);
    }

    @Override
    public Uni<Void> tell(Incident incident, Instant now) {
        if (incident.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        boolean resolved = incident.isResolved();
        Uni<Integer> told =
                Sql.update(
                        INSERT,
                        Map.of(
                                "kind",
                                resolved ? "resolve" : "acknowledge",
                                "incident",
                                incident.id(),
                                "reason",
                                resolved ? "It was resolved here" : "It was acknowledged here",
                                "now",
                                now.toString(),
                                "channels",
                                resolved ? RESOLVED : ACKNOWLEDGED,
                                "messages",
                                MESSAGES,
                                "alone",
                                ENDS_ALONE));
        return resolved
                ? told.chain(() -> Sql.update(NOTHING_GOES_ON, Map.of("incident", incident.id())))
                        .replaceWithVoid()
                : told.replaceWithVoid();
    }
}
