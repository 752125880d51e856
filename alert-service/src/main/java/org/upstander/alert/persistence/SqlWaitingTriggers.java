package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.WaitingTriggers;
import org.upstander.alert.application.Wakeups;

@ApplicationScoped
class SqlWaitingTriggers implements WaitingTriggers {

    private static final String RELEASE =
            """
            update delivery d set due_at = cast(cast(:now as text) as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text,
                channel text, address text)
            where d.incident_id = r.incident_id and d.channel = r.channel and d.address = r.address
              and d.kind = 'page' and d.state = 'pending' and d.attempt = 0 and not d.held
              and d.due_at > cast(cast(:now as text) as timestamptz)
              and not exists (select 1 from delivery s
                  where s.incident_id = d.incident_id and s.channel = d.channel
                    and s.address = d.address and s.state = 'sending'
                    and s.kind in ('acknowledge', 'resolve'))
            """;

    private final Runnable wakeEngine;

    SqlWaitingTriggers(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.DELIVERIES);
    }

    private record Row(String incidentId, String channel, String address) {

        static Row of(DeliveryStore.Job job) {
            return new Row(job.incidentId(), job.channel().wireName(), job.address());
        }
    }

    @Override
    public Uni<Void> release(Collection<DeliveryStore.Job> told, Instant now) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        AfterCommit.add(wakeEngine);
        return Sql.update(
                        RELEASE,
                        Map.of(
                                "now",
                                now.toString(),
                                "rows",
                                Sql.json(told.stream().map(Row::of).distinct().toList())))
                .replaceWithVoid();
    }
}
