package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.source.SourceNoticeStore;
import org.upstander.alert.domain.SourceNews;
import org.upstander.alert.domain.SourceSight;

@ApplicationScoped
class SqlSourceNoticeStore implements SourceNoticeStore {

    // Sorted, so that two transactions never wait for each other in a circle.
    private static final String LOOK =
            """
            insert into source_notice (source_id, contact_id, due_at)
            select :source, c.id, cast(cast(:now as text) as timestamptz) from contact c
            where c.id = any (array(select jsonb_array_elements_text(cast(cast(:contacts as text) as jsonb))))
            order by c.id
            on conflict (source_id, contact_id) do update set due_at = excluded.due_at
            """;

    private static final String LOOK_AGAIN =
            """
            update source_notice set due_at = cast(cast(:now as text) as timestamptz) where source_id = :source
            """;

    private static final String FORGET =
            """
            delete from source_notice where source_id = :source
              and (told_at is null or told_at < cast(cast(:before as text) as timestamptz))
            """;

    // Whoever wants it looked at again meanwhile says so by due_at, which is kept.
    private static final String CLAIM =
            """
            update source_notice set lease_until = cast(cast(:lease as text) as timestamptz),
                due_at = null, attempt = attempt + 1
            where (source_id, contact_id) in (
                select source_id, contact_id from source_notice
                where due_at <= cast(cast(:now as text) as timestamptz) and lease_until is null
                   or lease_until <= cast(cast(:now as text) as timestamptz)
                order by coalesce(lease_until, due_at)
                limit :limit
                for update skip locked)
            returning source_id, contact_id, attempt, told, told_since, blind_since, told_at, arrived
            """;

    // The end of the lease is the fence: a late answer to an attempt that another repeated changes
    // nothing.
    private static final String END =
            """
            lease_until = null,
            due_at = least(due_at, cast(nullif(cast(:again as text), '') as timestamptz)),
            attempt = case when cast(:again as text) = '' or :anew then 0 else attempt end
            where source_id = :source and contact_id = :contact
              and lease_until = cast(cast(:lease as text) as timestamptz)
            """;

    private static final String UNTOLD = "update source_notice set " + END;

    private static final String TOLD =
            """
            update source_notice set told = :told, arrived = :arrived,
                told_since = cast(cast(:since as text) as timestamptz),
                blind_since = cast(cast(:blind as text) as timestamptz),
                told_at = cast(cast(:at as text) as timestamptz),
            """
                    + END;

    private final Runnable wakeSender;

    SqlSourceNoticeStore(Wakeups wakeups) {
        this.wakeSender = () -> wakeups.wake(Wakeups.Work.SOURCE_NOTICES);
    }

    @Override
    public Uni<Integer> look(String sourceId, Collection<String> contactIds, Instant now) {
        AfterCommit.add(wakeSender);
        return Sql.update(
                LOOK,
                Map.of(
                        "source",
                        sourceId,
                        "contacts",
                        Sql.json(contactIds),
                        "now",
                        now.toString()));
    }

    @Override
    public Uni<Void> lookAgain(String sourceId, Instant now) {
        AfterCommit.add(wakeSender);
        return Sql.update(LOOK_AGAIN, Map.of("source", sourceId, "now", now.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String sourceId, Instant toldBefore) {
        return Sql.update(FORGET, Map.of("source", sourceId, "before", toldBefore.toString()))
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
                .map(rows -> rows.stream().map(row -> claim(row, leaseUntil)).toList());
    }

    private static Claim claim(Object[] row, Instant leaseUntil) {
        return new Claim(
                (String) row[0],
                (String) row[1],
                (Integer) row[2],
                Optional.ofNullable((String) row[3]).map(state -> told(state, row)),
                leaseUntil);
    }

    private static SourceNews.Told told(String state, Object[] row) {
        return new SourceNews.Told(
                SourceSight.State.valueOf(state.toUpperCase(Locale.ROOT)),
                Sql.time(row[4]),
                Sql.time(row[5]),
                Sql.time(row[6]),
                (Boolean) row[7]);
    }

    @Override
    public Uni<Void> told(Claim claim, SourceNews.Told told, Optional<Instant> again) {
        Map<String, Object> values = end(claim, again);
        values.put("told", told.state().wireName());
        values.put("arrived", told.arrived());
        values.put("since", told.since().toString());
        values.put("blind", told.blindSince().toString());
        values.put("at", told.at().toString());
        return Sql.update(TOLD, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> nothing(Claim claim, Optional<Instant> again) {
        Map<String, Object> values = end(claim, again);
        values.put("anew", true);
        return Sql.update(UNTOLD, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Claim claim, Instant again) {
        return Sql.update(UNTOLD, end(claim, Optional.of(again))).replaceWithVoid();
    }

    private static Map<String, Object> end(Claim claim, Optional<Instant> again) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", claim.sourceId());
        values.put("contact", claim.contactId());
        values.put("lease", claim.leaseUntil().toString());
        values.put("anew", false);
        values.put("again", again.map(Instant::toString).orElse(""));
        return values;
    }
}
