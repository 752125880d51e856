package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.DigestStore;
import org.upstander.alert.application.FailureKind;

@ApplicationScoped
class SqlDigestStore implements DigestStore {

    // At most one digest of an address fills up: the partial unique index settles the race, and the
    // update locks the row, so that it is not claimed before the page is in it.
    private static final String OPEN =
            """
            insert into digest_mail (id, address, opened_at, due_at)
            values ('dg_' || replace(gen_random_uuid()::text, '-', ''), :address,
                cast(cast(:now as text) as timestamptz), cast(cast(:due as text) as timestamptz))
            on conflict (address) where attempt = 0 do update set address = excluded.address
            returning id
            """;

    private static final String ADD =
            """
            insert into digest_entry (delivery_id, digest_id, incident_id, contact_id)
            select d.id, :digest, d.incident_id, d.contact_id from delivery d where d.id = :delivery
            on conflict (delivery_id) do nothing
            """;

    private static final String CLAIM =
            """
            update digest_mail set attempt = attempt + 1, lease_until = cast(cast(:lease as text) as timestamptz)
            where id in (
                select id from digest_mail
                where due_at <= cast(cast(:now as text) as timestamptz)
                  and (lease_until is null or lease_until <= cast(cast(:now as text) as timestamptz))
                order by due_at
                limit :limit
                for update skip locked)
            returning id, address, attempt, opened_at
            """;

    private static final String ENTRIES =
            """
            select incident_id, contact_id, count(*) from digest_entry where digest_id = :digest
            group by incident_id, contact_id order by incident_id, contact_id
            """;

    // The attempt is the fence, as with deliveries.
    private static final String OURS = " where id = :id and attempt = :attempt";

    private final IncidentRepository incidents;

    SqlDigestStore(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    @Override
    public Uni<Void> add(String deliveryId, String address, Instant now, Instant dueAt) {
        return Sql.column(
                        OPEN,
                        String.class,
                        Map.of("address", address, "now", now.toString(), "due", dueAt.toString()))
                .chain(ids -> Sql.update(ADD, Map.of("digest", ids.get(0), "delivery", deliveryId)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit) {
        return Sql.rows(
                        CLAIM,
                        Map.of(
                                "now",
                                now.toString(),
                                "lease",
                                leaseUntil.toString(),
                                "limit",
                                limit))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Claim(
                                                                (String) row[0],
                                                                (String) row[1],
                                                                (Integer) row[2],
                                                                Sql.time(row[3])))
                                        .toList());
    }

    @Override
    public Uni<List<Entry>> entries(Claim claim) {
        return Sql.rows(ENTRIES, Map.of("digest", claim.id()))
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(List.of()) : entries(rows));
    }

    private Uni<List<Entry>> entries(List<Object[]> rows) {
        return incidents
                .list("id in ?1", rows.stream().map(row -> (String) row[0]).distinct().toList())
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.id, Function.identity())))
                .map(
                        byId ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Entry(
                                                                byId.get((String) row[0])
                                                                        .toDomain(),
                                                                (String) row[1],
                                                                ((Long) row[2]).intValue()))
                                        .toList());
    }

    @Override
    public Uni<Void> done(Claim claim) {
        return Sql.update("delete from digest_mail" + OURS, fence(claim)).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Claim claim, FailureKind kind, Instant again) {
        return Sql.update(
                        "update digest_mail set lease_until = null, failure = :failure,"
                                + " due_at = cast(cast(:due as text) as timestamptz)"
                                + OURS,
                        Map.of(
                                "failure",
                                kind.name(),
                                "due",
                                again.toString(),
                                "id",
                                claim.id(),
                                "attempt",
                                claim.attempt()))
                .replaceWithVoid();
    }

    private static Map<String, Object> fence(Claim claim) {
        return Map.of("id", claim.id(), "attempt", claim.attempt());
    }
}
