package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternHistory;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Sighting;

@ApplicationScoped
class SqlPatternHistory implements PatternHistory {

    // A post from the future counts as when we learnt of it. Micros travel as numbers: cheaper to
    // read.
    private static final String SIGHTING =
            """
            a.id, a.post_id, a.staff_id, a.author_key, a.source, a.thread_id,
            cast(extract(epoch from least(a.posted_at, a.recorded_at)) * 1000000 as bigint),
            a.verdict, a.severity, a.score, a.binding, a.spam, array_to_string(i.patterns, ','),
            array_to_string(a.told_of, ',')""";

    // An exists would be answered by a hash of all that anybody wrote then.
    private static final String POSTS =
            """
            select p.nr, %s
            from (select * from %s p
                  where p.whole or (
                      select true from assessment
                      where author_key = p.author and staff_id = p.staff_id
                        and posted_at > cast(cast(:since as text) as timestamptz)
                        and posted_at <= cast(cast(:apart as text) as timestamptz) limit 1)) p
            cross join lateral (
                select * from assessment
                where author_key = p.author and staff_id = p.staff_id
                  and posted_at > cast(cast(:since as text) as timestamptz)
                order by posted_at desc, id desc limit :most) a
            left join incident i on i.id = a.incident_id
            """
                    .formatted(SIGHTING, PairRows.SQL);

    // By id or by handle: a platform may tell only one of them of somebody whom it removed. Of the
    // other accounts that are declared to be theirs actions count; where both have an id, it
    // decides.
    private static final String SIGNALS =
            """
            with asked as (select * from %1$s q),
            theirs as (
                select nr, staff_id, author, source, handle, null as declared_by from asked
                union all
                select q.nr, q.staff_id, o.author_key, o.source, o.handle, d.declared_by
                from asked q cross join lateral (
                    select alias_id, place from author_alias_account where author_key = q.author
                    union
                    select alias_id, place from author_alias_account
                    where lower(handle) = lower(q.handle) and source = q.source
                      and (author_id is null or q.author_id is null)) m
                join author_alias d on d.id = m.alias_id
                join author_alias_account o on o.alias_id = m.alias_id and o.place <> m.place
            )
            select distinct p.nr, s.id, s.action, s.kind, s.by_staff, s.account,
                cast(extract(epoch from s.at) * 1000000 as bigint), array_to_string(i.patterns, ','), n.incident_id,
                p.declared_by
            from theirs p cross join lateral (
                select * from signal where author_key = p.author
                union
                select * from signal where type = 'moderation-action' and lower(author_handle) = lower(p.handle)
                  and source = p.source
                union
                select * from signal where staff_id = p.staff_id and type = 'contact-attempt'
                  and coalesce(source, '') = p.source and lower(author_handle) = lower(p.handle)) s
            left join incident_signal n on n.signal_id = s.id
            left join incident i on i.id = n.incident_id
            where s.at > cast(cast(:since as text) as timestamptz)
              and (s.action is not null
                or p.declared_by is null and s.kind is not null and s.staff_id = p.staff_id)
            """
                    .formatted(PairRows.SQL);

    private static final String EVERYBODY =
            """
            select 0, %s
            from assessment a left join incident i on i.id = a.incident_id
            where a.staff_id = :staff and a.posted_at > cast(cast(:since as text) as timestamptz)
            order by a.posted_at desc, a.id desc limit :most
            """
                    .formatted(SIGHTING);

    private static final String ATTACKS =
            """
            select 0, %s
            from (select jsonb_array_elements_text(cast(cast(:staff as text) as jsonb)) as id) p
            cross join lateral (
                select * from assessment
                where staff_id = p.id and verdict = 'attack' and not spam
                  and posted_at > cast(cast(:since as text) as timestamptz)
                order by posted_at desc, id desc limit :most) a
            left join incident i on i.id = a.incident_id
            """
                    .formatted(SIGHTING);

    private static final String ELSEWHERE =
            """
            select distinct p.nr, cast(floor(extract(epoch from a.posted_at) / 1800) as bigint) * 1800
            from %s p
            cross join lateral (
                select posted_at from assessment
                where author_key = p.author and staff_id <> p.staff_id
                  and posted_at > cast(cast(:since as text) as timestamptz) and not spam offset 0) a
            """
                    .formatted(PairRows.SQL);

    // Author by author: joined, it would read whatever was written before.
    private static final String SEEN_BEFORE =
            """
            select r.author
            from (select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb)) as author) r
            cross join lateral (
                select from assessment
                where author_key = r.author and posted_at < cast(cast(:before as text) as timestamptz)
                limit 1) a
            """;

    private static final String JOINED =
            """
            select distinct on (author_key) author_key, invite
            from signal
            where author_key in (select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb)))
              and type = 'member-joined' and at > cast(cast(:since as text) as timestamptz)
            order by author_key, at desc, id
            """;

    @Override
    public Uni<Map<Pair, Past>> of(Collection<Pair> pairs, Extent extent) {
        List<Pair> asked = List.copyOf(pairs);
        Map<Integer, Pasts> found = new HashMap<>();
        return Sql.rows(
                        SIGNALS,
                        Map.of(
                                "pairs",
                                PairRows.json(asked),
                                "since",
                                extent.signalsSince().toString()))
                .invoke(signals -> signals.forEach(row -> past(found, row).signal(row)))
                .chain(() -> posts(asked, found.keySet(), extent))
                .invoke(posts -> posts.forEach(row -> past(found, row).post(row)))
                .map(
                        done -> {
                            Map<Pair, Past> past = new HashMap<>();
                            found.forEach((nr, one) -> past.put(asked.get(nr), one.done()));
                            return past;
                        });
    }

    private static Uni<List<Object[]>> posts(
            List<Pair> asked, Set<Integer> signalled, Extent extent) {
        Set<Integer> known = Set.copyOf(signalled);
        return Sql.rows(
                POSTS,
                Map.of(
                        "pairs",
                        PairRows.json(
                                asked,
                                nr -> known.contains(nr) || extent.whole().contains(asked.get(nr))),
                        "since",
                        extent.since().toString(),
                        "apart",
                        extent.apart().toString(),
                        "most",
                        extent.most()));
    }

    private static Pasts past(Map<Integer, Pasts> found, Object[] row) {
        return found.computeIfAbsent(((Number) row[0]).intValue(), nr -> new Pasts());
    }

    @Override
    public Uni<Past> ofEverybody(String staffId, Instant since, int most) {
        return Sql.rows(
                        EVERYBODY,
                        Map.of("staff", staffId, "since", since.toString(), "most", most))
                .map(Pasts::of);
    }

    @Override
    public Uni<List<Sighting>> attacks(Collection<String> staffIds, Instant since, int most) {
        return Sql.rows(
                        ATTACKS,
                        Map.of(
                                "staff",
                                Sql.json(staffIds),
                                "since",
                                since.toString(),
                                "most",
                                most))
                .map(rows -> Pasts.of(rows).sightings());
    }

    @Override
    public Uni<Map<Pair, List<Instant>>> elsewhere(Collection<Pair> pairs, Instant since) {
        List<Pair> asked = List.copyOf(pairs);
        return Sql.rows(ELSEWHERE, Map.of("pairs", PairRows.json(asked), "since", since.toString()))
                .map(rows -> PairRows.byPair(rows, asked, SqlPatternHistory::seconds));
    }

    private static Instant seconds(Object sinceEpoch) {
        return Instant.ofEpochSecond(((Number) sinceEpoch).longValue());
    }

    @Override
    public Uni<Set<String>> seenBefore(Collection<String> authors, Instant before) {
        return Sql.column(
                        SEEN_BEFORE,
                        String.class,
                        Map.of("authors", Sql.json(authors), "before", before.toString()))
                .map(HashSet::new);
    }

    @Override
    public Uni<Crowd.Joins> joined(Collection<String> authors, Duration within, Instant now) {
        return Sql.rows(
                        JOINED,
                        Map.of("authors", Sql.json(authors), "since", now.minus(within).toString()))
                .map(rows -> joins(rows, within));
    }

    private static Crowd.Joins joins(List<Object[]> rows, Duration within) {
        Set<String> authors = new HashSet<>();
        Map<String, String> invites = new HashMap<>();
        for (Object[] row : rows) {
            authors.add((String) row[0]);
            if (row[1] != null) {
                invites.put((String) row[0], (String) row[1]);
            }
        }
        return new Crowd.Joins(within, authors, invites);
    }
}
