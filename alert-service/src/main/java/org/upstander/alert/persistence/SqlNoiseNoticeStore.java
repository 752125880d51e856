package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.noise.NoiseNoticeStore;

@ApplicationScoped
class SqlNoiseNoticeStore implements NoiseNoticeStore {

    // Sorted, so that two transactions never wait for each other in a circle.
    private static final String ADD =
            """
            insert into noise_notice (staff_id, out_since, contact_id, supportive, attacks, mentions,
                usual, upper_limit, hours, due_at)
            select r.staff_id, r.since, c.id, r.supportive, r.attacks, r.mentions, r.usual,
                r.upper_limit, r.hours, r.since
            from contact c, jsonb_to_record(cast(cast(:said as text) as jsonb)) as r (staff_id text,
                since timestamptz, supportive bigint, attacks bigint, mentions bigint,
                usual double precision, upper_limit double precision, hours bigint)
            where c.id = any (array(select jsonb_array_elements_text(cast(cast(:contacts as text) as jsonb))))
            order by c.id
            on conflict do nothing
            """;

    private static final String CLAIM =
            """
            update noise_notice set lease_until = cast(cast(:lease as text) as timestamptz),
                due_at = null, attempt = attempt + 1
            where (staff_id, out_since, contact_id) in (
                select staff_id, out_since, contact_id from noise_notice
                where due_at <= cast(cast(:now as text) as timestamptz)
                   or lease_until <= cast(cast(:now as text) as timestamptz)
                order by coalesce(lease_until, due_at)
                limit :limit
                for update skip locked)
            returning staff_id, out_since, supportive, attacks, mentions, usual, upper_limit, hours,
                contact_id, attempt
            """;

    // The end of the lease is the fence: a late answer to an attempt that another repeated changes
    // nothing.
    private static final String ENDED =
            """
            update noise_notice set lease_until = null,
                due_at = cast(nullif(cast(:again as text), '') as timestamptz),
                told_at = coalesce(told_at, cast(nullif(cast(:told as text), '') as timestamptz))
            where staff_id = :staff and contact_id = :contact
              and out_since = cast(cast(:since as text) as timestamptz)
              and lease_until = cast(cast(:lease as text) as timestamptz)
            """;

    private final Runnable wakeSender;

    SqlNoiseNoticeStore(Wakeups wakeups) {
        this.wakeSender = () -> wakeups.wake(Wakeups.Work.NOISE);
    }

    @Override
    public Uni<Integer> add(Said said, Collection<String> contactIds) {
        AfterCommit.add(wakeSender);
        return Sql.update(ADD, Map.of("said", Sql.json(said), "contacts", Sql.json(contactIds)));
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
                .map(rows -> rows.stream().map(row -> claim(row, leaseUntil)).toList());
    }

    private static Claim claim(Object[] row, Instant leaseUntil) {
        return new Claim(
                new Said(
                        (String) row[0],
                        Sql.time(row[1]),
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4],
                        (Double) row[5],
                        (Double) row[6],
                        (Long) row[7]),
                (String) row[8],
                (Integer) row[9],
                leaseUntil);
    }

    @Override
    public Uni<Void> ended(Claim claim, Optional<Instant> toldAt, Optional<Instant> again) {
        Map<String, Object> values = new HashMap<>();
        values.put("staff", claim.said().staffId());
        values.put("contact", claim.contactId());
        values.put("since", claim.said().since().toString());
        values.put("lease", claim.leaseUntil().toString());
        values.put("told", toldAt.map(Instant::toString).orElse(""));
        values.put("again", again.map(Instant::toString).orElse(""));
        return Sql.update(ENDED, values).replaceWithVoid();
    }
}
