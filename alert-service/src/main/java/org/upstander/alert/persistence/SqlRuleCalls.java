package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.RuleCalls;
import org.upstander.alert.application.Wakeups;

@ApplicationScoped
class SqlRuleCalls implements RuleCalls {

    private static final String BRING_FORWARD =
            """
            update delivery d set due_at = least(due_at, cast(cast(:now as text) as timestamptz))
            where d.page_id = :page and d.contact_id = :contact and d.state = 'pending'
              and d.rule_place = (select min(n.rule_place) from delivery n
                  where n.page_id = d.page_id and n.contact_id = d.contact_id
                    and n.rule_place > :place and n.state <> 'cancelled')
            """;

    private final Runnable wakeEngine;

    SqlRuleCalls(Wakeups wakeups) {
        this.wakeEngine = () -> wakeups.wake(Wakeups.Work.DELIVERIES);
    }

    @Override
    public Uni<Void> bringForward(DeliveryStore.Job failed, Instant now) {
        AfterCommit.add(wakeEngine);
        return Sql.update(
                        BRING_FORWARD,
                        Map.of(
                                "now",
                                now.toString(),
                                "page",
                                failed.pageId(),
                                "contact",
                                failed.contactId(),
                                "place",
                                failed.rule().place()))
                .replaceWithVoid();
    }
}
