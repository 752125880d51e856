package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternHistory;
import org.upstander.alert.domain.pattern.Sighting;

@ApplicationScoped
class SqlPatternHistory implements PatternHistory {

    // A post from the future counts as when we learnt of it. Micros travel as numbers: cheaper to
    // read.
    static final String SIGHTING =
            """
            a.id, a.post_id, a.staff_id, a.author_key, a.source, a.thread_id,
            cast(extract(epoch from least(a.posted_at, a.recorded_at)) * 1000000 as bigint),
            a.verdict, a.severity, a.score, a.binding, a.spam, array_to_string(i.patterns, ',')""";

    // An exists would be answered by a hash of all that anybody wrote then.
    static final String POSTS =
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
    // decides. What is found twice is told apart at the end, once.
    static final String SIGNALS =
            """
            with asked as (select * from %1$s q),
            theirs as (
                select nr, staff_id, author, source, handle, null as declared_by from asked
                union all
                select q.nr, q.staff_id, o.author_key, o.source, o.handle, d.declared_by
                from asked q cross join lateral (
                    select alias_id, place from author_alias_account where author_key = q.author
                    union all
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
                union all
                select * from signal where type = 'moderation-action' and lower(author_handle) = lower(p.handle)
                  and source = p.source
                union all
                select * from signal where staff_id = p.staff_id and type = 'contact-attempt'
                  and coalesce(source, '') = p.source and lower(author_handle) = lower(p.handle)) s
            left join lateral (select incident_id from incident_signal where signal_id = s.id offset 0) n on true
            left join lateral (select patterns from incident where id = n.incident_id offset 0) i on true
            where s.at > cast(cast(:since as text) as timestamptz)
              and (s.action is not null
                or p.declared_by is null and s.kind is not null and s.staff_id = p.staff_id)
            """
                    .formatted(PairRows.SQL);

    // Without the offset all that anybody wrote of the person may be read.
    static final String ATTACKS_BY_HANDLE =
            """
            select 0, %s
            from (select * from assessment
                  where lower(author_handle) = lower(:handle) and source = :source
                    and posted_at > cast(cast(:since as text) as timestamptz) offset 0) a
            left join incident i on i.id = a.incident_id
            where a.staff_id = :staff and a.author_key <> :author
              and (a.author_id is null or not :hasId) and a.verdict = 'attack'
            order by a.posted_at desc, a.id desc limit :most
            """
                    .formatted(SIGHTING);

    private static final String EVERYBODY =
            """
            select 0, %s
            from assessment a left join incident i on i.id = a.incident_id
            where a.staff_id = :staff and a.posted_at > cast(cast(:since as text) as timestamptz)
            order by a.posted_at desc, a.id desc limit :most
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

    @Override
    public Uni<Map<Pair, Past>> of(Collection<Pair> pairs, Extent extent) {
        List<Pair> asked = List.copyOf(pairs);
        Uni<List<Object[]>> signals =
                Sql.rows(
                        SIGNALS,
                        Map.of(
                                "pairs",
                                PairRows.json(asked),
                                "since",
                                extent.signalsSince().toString()));
        if (extent.whole().containsAll(asked)) {
            return Uni.combine()
                    .all()
                    .unis(signals, posts(asked, Set.of(), extent))
                    .with((ofSignals, ofPosts) -> pasts(asked, ofSignals, ofPosts));
        }
        return signals.chain(
                ofSignals ->
                        posts(asked, places(ofSignals), extent)
                                .map(ofPosts -> pasts(asked, ofSignals, ofPosts)));
    }

    private static Set<Integer> places(List<Object[]> signals) {
        return signals.stream().map(SqlPatternHistory::place).collect(Collectors.toSet());
    }

    private static Uni<List<Object[]>> posts(
            List<Pair> asked, Set<Integer> signalled, Extent extent) {
        return Sql.rows(
                POSTS,
                Map.of(
                        "pairs",
                        PairRows.json(
                                asked,
                                nr ->
                                        signalled.contains(nr)
                                                || extent.whole().contains(asked.get(nr))),
                        "since",
                        extent.since().toString(),
                        "apart",
                        extent.apart().toString(),
                        "most",
                        extent.most()));
    }

    private static Map<Pair, Past> pasts(
            List<Pair> asked, List<Object[]> signals, List<Object[]> posts) {
        Map<Integer, Pasts> found = new HashMap<>();
        signals.forEach(row -> past(found, row).signal(row));
        posts.forEach(row -> past(found, row).post(row));
        Map<Pair, Past> past = new HashMap<>();
        found.forEach((place, one) -> past.put(asked.get(place), one.done()));
        return past;
    }

    private static Pasts past(Map<Integer, Pasts> found, Object[] row) {
        return found.computeIfAbsent(place(row), place -> new Pasts());
    }

    private static int place(Object[] row) {
        return ((Number) row[0]).intValue();
    }

    @Override
    public Uni<List<Sighting>> attacksByHandle(Pair pair, Instant since, int most) {
        return Sql.rows(
                        ATTACKS_BY_HANDLE,
                        Map.of(
                                "handle",
                                pair.handle(),
                                "source",
                                pair.source(),
                                "staff",
                                pair.staffId(),
                                "author",
                                pair.author(),
                                "hasId",
                                pair.authorId() != null,
                                "since",
                                since.toString(),
                                "most",
                                most))
                .map(rows -> Pasts.of(rows).sightings());
    }

    @Override
    public Uni<Past> ofEverybody(String staffId, Instant since, int most) {
        return Sql.rows(
                        EVERYBODY,
                        Map.of("staff", staffId, "since", since.toString(), "most", most))
                .map(Pasts::of);
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
}
