package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.application.AlertRefreshes;
import org.upstander.alert.config.AlertmanagerConfig;
import org.upstander.alert.domain.Channel;

@ApplicationScoped
class SqlAlertRefreshes implements AlertRefreshes {

    // One row for each address, used again and again. Who was paged first goes first.
    private static final String PLAN =
            """
            insert into delivery (id, kind, incident_id, contact_id, method, channel, address, step,
                reason, state, attempt, due_at, created_at, repeats, alert_key, severity)
            select distinct on (d.incident_id, d.channel, d.address)
                'dl_' || left(encode(sha256(convert_to(concat_ws('|', 'v1', 'refresh',
                    d.incident_id, d.channel, d.address), 'UTF8')), 'hex'), 32),
                'refresh', d.incident_id, d.contact_id, d.method, d.channel, d.address, d.step,
                d.reason, 'pending', 0, cast(cast(:due as text) as timestamptz),
                cast(cast(:now as text) as timestamptz), true, d.alert_key, d.severity
            from delivery d join incident i on i.id = d.incident_id
            where d.incident_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
              and d.channel = any (array(select jsonb_array_elements_text(cast(cast(:channels as text) as jsonb))))
              and d.kind = 'page' and d.state = 'delivered' and i.state <> 'resolved'
            order by d.incident_id, d.channel, d.address, d.delivered_at desc, d.id
            on conflict (id) do update
            set due_at = case when delivery.state in ('pending', 'retry') then delivery.due_at
                    else excluded.due_at end,
                attempt = case delivery.state when 'retry' then delivery.attempt else 0 end,
                state = case delivery.state when 'retry' then 'retry' else 'pending' end,
                contact_id = excluded.contact_id, method = excluded.method, step = excluded.step,
                reason = excluded.reason, alert_key = excluded.alert_key,
                severity = excluded.severity, lease_until = null
            where delivery.state <> 'sending' and delivery.failure is distinct from 'gone'
            """;

    private static final String CHANNELS = Sql.channels(Channel::endsAlone);

    private final Duration pause;

    SqlAlertRefreshes(AlertmanagerConfig config) {
        this.pause = config.resendEvery();
    }

    @Override
    public Uni<Void> plan(Collection<String> incidentIds, Instant now) {
        return incidentIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(
                                PLAN,
                                Map.of(
                                        "ids",
                                        Sql.json(incidentIds),
                                        "channels",
                                        CHANNELS,
                                        "now",
                                        now.toString(),
                                        "due",
                                        now.plus(pause).toString()))
                        .replaceWithVoid();
    }
}
