package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.original.OriginalStore;
import org.upstander.alert.application.original.Sealed;
import org.upstander.alert.application.original.WantedOriginal;
import org.upstander.alert.domain.OriginalSearch;

@ApplicationScoped
class SqlOriginalStore implements OriginalStore {

    // A lease that is over is due again. Those of one time lie together on the topic.
    private static final String CLAIM =
            """
            update original set lease_until = cast(cast(:lease as text) as timestamptz), attempt = attempt + 1
            where assessment_id in (
                select assessment_id from original
                where due_at <= cast(cast(:now as text) as timestamptz)
                  and (lease_until is null or lease_until <= cast(cast(:now as text) as timestamptz))
                order by due_at, assessed_at
                limit :limit
                for update skip locked)
            returning assessment_id, post_id, revision, received_at, assessed_at, attempt
            """;

    // The end of the lease is the fence: whoever is late changes nothing.
    private static final String OURS =
            """
             where assessment_id = :assessment and state = 'wanted'
              and lease_until = cast(cast(:lease as text) as timestamptz)
            """;

    private static final String KEEP =
            """
            update original set state = 'kept', due_at = null, lease_until = null,
                sealed = decode(cast(:sealed as text), 'base64'), content_type = :type, form = :form,
                sha256 = :sha256, kept_at = cast(cast(:now as text) as timestamptz)
            """
                    + OURS;

    private static final String AGAIN =
            """
            update original set due_at = cast(cast(:at as text) as timestamptz), lease_until = null
            """
                    + OURS;

    private static final String MISSING =
            "update original set state = 'missing', reason = :reason, due_at = null, lease_until = null"
                    + OURS;

    @Override
    public Uni<List<WantedOriginal>> claim(Instant now, Instant leaseUntil, int limit) {
        return Sql.rows(
                        CLAIM,
                        Map.of(
                                "now", now.toString(),
                                "lease", leaseUntil.toString(),
                                "limit", limit))
                .map(rows -> rows.stream().map(row -> wanted(row, leaseUntil)).toList());
    }

    private static WantedOriginal wanted(Object[] row, Instant leaseUntil) {
        return new WantedOriginal(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                new OriginalSearch(Sql.time(row[3]), Sql.time(row[4])),
                (Integer) row[5],
                leaseUntil);
    }

    @Override
    public Uni<Void> keep(WantedOriginal wanted, Sealed sealed, String sha256, Instant now) {
        Map<String, Object> values = ours(wanted);
        values.put("sealed", Base64.getEncoder().encodeToString(sealed.bytes()));
        values.put("type", sealed.contentType());
        values.put("form", sealed.form());
        values.put("sha256", sha256);
        values.put("now", now.toString());
        return Sql.update(KEEP, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> again(WantedOriginal wanted, Instant at) {
        Map<String, Object> values = ours(wanted);
        values.put("at", at.toString());
        return Sql.update(AGAIN, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> missing(WantedOriginal wanted, OriginalSearch.Missing why) {
        Map<String, Object> values = ours(wanted);
        values.put("reason", why.wireName());
        return Sql.update(MISSING, values).replaceWithVoid();
    }

    private static Map<String, Object> ours(WantedOriginal wanted) {
        Map<String, Object> values = new HashMap<>();
        values.put("assessment", wanted.assessmentId());
        values.put("lease", wanted.leaseUntil().toString());
        return values;
    }
}
