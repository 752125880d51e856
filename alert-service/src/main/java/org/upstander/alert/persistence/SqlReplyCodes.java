package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.ReplyCodes;

@ApplicationScoped
class SqlReplyCodes implements ReplyCodes {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtext('reply_code'), hashtext(cast(:address as text))) as text)";

    // Under the lock above nobody else takes the same number.
    private static final String NAME =
            """
            insert into reply_code (address, code, incident_id, contact_id, used_at)
            select cast(:address as text), coalesce(max(code), 0) + 1, cast(:incident as text),
                cast(:contact as text),
                cast(cast(:now as text) as timestamptz)
            from reply_code where address = :address
            on conflict (address, incident_id, contact_id) do update set used_at = excluded.used_at
            returning code
            """;

    private static final String FIND =
            """
            select incident_id, contact_id, code from reply_code
            where address = :address and (cast(:code as int) = 0 or code = cast(:code as int))
            order by used_at desc, code desc
            limit 1
            """;

    @Override
    public Uni<Integer> codeFor(DeliveryStore.Job job, Instant now) {
        return Sql.column(LOCK, String.class, Map.of("address", job.address()))
                .chain(
                        () ->
                                Sql.column(
                                        NAME,
                                        Integer.class,
                                        Map.of(
                                                "address",
                                                job.address(),
                                                "incident",
                                                job.incidentId(),
                                                "contact",
                                                job.contactId(),
                                                "now",
                                                now.toString())))
                .map(codes -> codes.get(0));
    }

    @Override
    public Uni<Optional<Meaning>> find(String address, OptionalInt code) {
        return Sql.rows(FIND, Map.of("address", address, "code", code.orElse(0)))
                .map(rows -> rows.stream().findFirst().map(SqlReplyCodes::meaning));
    }

    private static Meaning meaning(Object[] row) {
        return new Meaning((String) row[0], (String) row[1], (Integer) row[2]);
    }
}
