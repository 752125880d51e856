package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
            select d.id, d.incident_id, d.kind, d.contact_id, d.channel, d.step, r.attempt,
                cast(cast(:at as text) as timestamptz), r.took, r.outcome, r.failure, r.receipt
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, attempt int,
                took bigint, outcome text, failure text, receipt text)
            join delivery d on d.id = r.id
            where d.kind <> 'refresh' or r.outcome <> 'delivered'
            """;

    private static final String DELIVERED =
            """
            update delivery d set state = 'delivered', lease_until = null,
                delivered_at = cast(cast(:at as text) as timestamptz), receipt = r.receipt
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, attempt int,
                receipt text)
            where d.id = r.id and d.state = 'sending' and d.attempt = r.attempt
            returning d.id
            """;

    // The calls of a rule go on until somebody acknowledges.
    private static final String CANCEL_OTHERS =
            """
            update delivery d set state = 'cancelled'
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (page_id text,
                contact_id text)
            where d.page_id = r.page_id and d.contact_id = r.contact_id
              and d.state in ('pending', 'retry') and d.rule_place is null
              and d.channel not in %s
            """
                    .formatted(Besides.CHANNELS);

    // The attempt is the fence: an instance that was frozen while another took over changes
    // nothing.
    private static final String OURS =
            " where id = :id and state = 'sending' and attempt = :attempt";

    private record Row(
            String id, int attempt, long took, String outcome, String failure, String receipt) {

        static Row of(Attempt one) {
            return new Row(
                    one.claim().job().id(),
                    one.claim().attempt(),
                    one.took().toMillis(),
                    SqlDeliveryOutcomes.outcome(one.result()),
                    SqlDeliveryOutcomes.failure(one.result()),
                    SqlDeliveryOutcomes.receipt(one.result()));
        }
    }

    private record Reached(String pageId, String contactId) {}

    @Override
    public Uni<Void> log(List<Attempt> attempts, Instant at) {
        return Sql.update(LOG, parameters(attempts, at)).replaceWithVoid();
    }

    @Override
    public Uni<List<Attempt>> delivered(List<Attempt> arrived, Instant at) {
        return Sql.column(DELIVERED, String.class, parameters(arrived, at))
                .map(
                        ours ->
                                arrived.stream()
                                        .filter(one -> ours.contains(one.claim().job().id()))
                                        .toList());
    }

    private static Map<String, Object> parameters(List<Attempt> attempts, Instant at) {
        return Map.of(
                "at", at.toString(), "rows", Sql.json(attempts.stream().map(Row::of).toList()));
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
                        + " state = case when d.kind <> 'page' or exists (select 1 from incident i"
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
    public Uni<Boolean> cancelled(DeliveryStore.Claim claim) {
        return changed(
                "update delivery set state = 'cancelled', lease_until = null" + OURS, fence(claim));
    }

    @Override
    public Uni<Boolean> anyAliveOrDelivered(String pageId) {
        return Sql.column(
                        """
                        select count(*) from delivery
                        where page_id = :page and channel not in %s
                          and (state in ('sending', 'delivered')
                            or state in ('pending', 'retry') and not held)
                        """
                                .formatted(Besides.CHANNELS),
                        Long.class,
                        Map.of("page", pageId))
                .map(count -> count.get(0) > 0);
    }

    @Override
    public Uni<Void> cancelOthers(List<DeliveryStore.Job> reached) {
        List<Reached> pages =
                reached.stream()
                        .filter(job -> job.kind() == DeliveryStore.Kind.PAGE)
                        .filter(job -> job.channel().reaches())
                        .map(job -> new Reached(job.pageId(), job.contactId()))
                        .toList();
        return pages.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(CANCEL_OTHERS, Map.of("rows", Sql.json(pages))).replaceWithVoid();
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
        return result instanceof DeliveryResult.Refused refused ? wireName(refused.kind()) : null;
    }

    private static String receipt(DeliveryResult result) {
        return result instanceof DeliveryResult.Delivered delivered
                        && !delivered.receipt().isEmpty()
                ? delivered.receipt()
                : null;
    }

    private static String wireName(FailureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
