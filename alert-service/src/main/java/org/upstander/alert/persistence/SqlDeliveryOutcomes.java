package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.DeliveryOutcomes;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.FailureKind;

@ApplicationScoped
class SqlDeliveryOutcomes implements DeliveryOutcomes {

    private static final String LOG =
            """
            insert into notification (delivery_id, incident_id, kind, contact_id, channel, step,
                attempt, at, took_ms, outcome, failure, receipt)
            select id, incident_id, kind, contact_id, channel, step, :attempt,
                cast(cast(:at as text) as timestamptz), :took, :outcome, nullif(:failure, ''),
                nullif(:receipt, '')
            from delivery where id = :id
            """;

    // The attempt is the fence: an instance that was frozen while another took over changes
    // nothing.
    private static final String OURS =
            " where id = :id and state = 'sending' and attempt = :attempt";

    @Override
    public Uni<Void> log(
            DeliveryStore.Claim claim, Instant at, Duration took, DeliveryResult result) {
        Map<String, Object> row = new HashMap<>(fence(claim));
        row.put("at", at.toString());
        row.put("took", took.toMillis());
        row.put("outcome", outcome(result));
        row.put("failure", failure(result));
        row.put("receipt", receipt(result));
        return Sql.update(LOG, row).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> delivered(DeliveryStore.Claim claim, Instant at, String receipt) {
        Map<String, Object> row = new HashMap<>(fence(claim));
        row.put("at", at.toString());
        row.put("receipt", receipt);
        return changed(
                "update delivery set state = 'delivered', lease_until = null,"
                        + " delivered_at = cast(cast(:at as text) as timestamptz), receipt = nullif(:receipt, '')"
                        + OURS,
                row);
    }

    @Override
    public Uni<Boolean> again(DeliveryStore.Claim claim, Instant dueAt, FailureKind kind) {
        Map<String, Object> row = new HashMap<>(fence(claim));
        row.put("due", dueAt.toString());
        row.put("failure", wireName(kind));
        // Acknowledged meanwhile: there is nothing left to repeat.
        return changed(
                "update delivery d set lease_until = null, failure = :failure,"
                        + " due_at = cast(cast(:due as text) as timestamptz),"
                        + " state = case when d.kind = 'notice' or exists (select 1 from incident i"
                        + " where i.id = d.incident_id and i.state = 'open')"
                        + " then 'retry' else 'cancelled' end"
                        + OURS,
                row);
    }

    @Override
    public Uni<Boolean> failed(DeliveryStore.Claim claim, FailureKind kind) {
        Map<String, Object> row = new HashMap<>(fence(claim));
        row.put("failure", wireName(kind));
        return changed(
                "update delivery set state = 'failed', lease_until = null, failure = :failure"
                        + OURS,
                row);
    }

    @Override
    public Uni<Boolean> anyAliveOrDelivered(String pageId) {
        return Sql.column(
                        """
                        select count(*) from delivery
                        where page_id = :page
                          and state in ('pending', 'sending', 'retry', 'delivered')
                        """,
                        Long.class,
                        Map.of("page", pageId))
                .map(count -> count.get(0) > 0);
    }

    @Override
    public Uni<Void> cancelOthers(DeliveryStore.Job reached) {
        if (reached.kind() == DeliveryStore.Kind.NOTICE) {
            return Uni.createFrom().voidItem();
        }
        return Sql.update(
                        """
                        update delivery set state = 'cancelled'
                        where page_id = :page and contact_id = :contact
                          and state in ('pending', 'retry')
                        """,
                        Map.of("page", reached.pageId(), "contact", reached.contactId()))
                .replaceWithVoid();
    }

    private static Map<String, Object> fence(DeliveryStore.Claim claim) {
        return Map.of("id", claim.job().id(), "attempt", claim.attempt());
    }

    private static Uni<Boolean> changed(String sql, Map<String, Object> parameters) {
        return Sql.update(sql, parameters).map(rows -> rows > 0);
    }

    private static String outcome(DeliveryResult result) {
        if (result instanceof DeliveryResult.Delivered) {
            return "delivered";
        }
        return result instanceof DeliveryResult.TryAgain ? "try-again" : "refused";
    }

    private static String failure(DeliveryResult result) {
        if (result instanceof DeliveryResult.TryAgain again) {
            return wireName(again.kind());
        }
        return result instanceof DeliveryResult.Refused refused ? wireName(refused.kind()) : "";
    }

    private static String receipt(DeliveryResult result) {
        return result instanceof DeliveryResult.Delivered delivered ? delivered.receipt() : "";
    }

    private static String wireName(FailureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
