package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternMarks;
import org.upstander.alert.application.pattern.PatternWatch;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.pattern.PatternSettings;

@ApplicationScoped
class SqlPatternWatch implements PatternWatch {

    private static final String ON_CONFLICT =
            """
            on conflict (staff_id, author_key) do update
                set due_at = least(pattern_watch.due_at, excluded.due_at),
                    last_at = greatest(pattern_watch.last_at, excluded.last_at)
            """;

    private static final String ADD =
            """
            insert into pattern_watch (staff_id, author_key, source, author_id, handle, due_at, last_at)
            select distinct on (staff_id, author) staff_id, author, source, author_id, handle, due_at,
                max(last_at) over (partition by staff_id, author)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (staff_id text,
                author text, source text, author_id text, handle text, due_at timestamptz,
                last_at timestamptz)
            order by staff_id, author, due_at
            """
                    + ON_CONFLICT;

    // By id or by handle, under accounts that are declared to be theirs, as a past is read
    // (SqlPatternHistory), and by its key under such as say the same (SqlPatternMarks). The inner
    // offset
    // keeps PostgreSQL from looking for the newest of anybody until twenty are theirs.
    static final String ADD_ALL_OF =
            """
            with told as (
                select author, source, handle
                from jsonb_to_record(cast(cast(:account as text) as jsonb))
                    as r (author text, source text, handle text)),
            theirs as (
                select author, source, handle from told
                union
                select o.author_key, o.source, o.handle
                from told t cross join lateral (
                    select alias_id from author_alias_account where author_key = t.author
                    union
                    select alias_id from author_alias_account
                    where lower(handle) = lower(t.handle) and source = t.source) m
                join author_alias_account o on o.alias_id = m.alias_id)
            insert into pattern_watch (staff_id, author_key, source, author_id, handle, due_at, last_at)
            select distinct on (w.staff_id, w.author_key) w.staff_id, w.author_key, w.source, w.author_id,
                w.author_handle, cast(cast(:now as text) as timestamptz), cast(cast(:now as text) as timestamptz)
            from theirs t cross join lateral (
                select staff_id, author_key, source, author_id, author_handle, posted_at as at
                from assessment
                where author_key = t.author and posted_at >= cast(cast(:since as text) as timestamptz)
                  and recorded_at >= cast(cast(:recorded as text) as timestamptz)
                union all
                select staff_id, author_key, source, author_id, author_handle, posted_at
                from assessment
                where lower(author_handle) = lower(t.handle) and source = t.source
                  and posted_at >= cast(cast(:since as text) as timestamptz)
                  and recorded_at >= cast(cast(:recorded as text) as timestamptz)
                union all
                select staff_id, author_key, coalesce(source, ''), author_id, author_handle, at
                from signal
                where author_key = t.author and type = 'contact-attempt' and staff_id is not null
                  and at >= cast(cast(:since as text) as timestamptz)
                  and received_at >= cast(cast(:recorded as text) as timestamptz)
                union all
                select staff_id, author_key, coalesce(source, ''), author_id, author_handle, at
                from signal
                where lower(author_handle) = lower(t.handle) and type = 'contact-attempt'
                  and staff_id is not null and source = t.source
                  and at >= cast(cast(:since as text) as timestamptz)
                  and received_at >= cast(cast(:recorded as text) as timestamptz)
                union all
                select b.staff_id, b.author_key, b.source, b.author_id, b.author_handle, b.posted_at
                from (
                    select o.assessment_id, m.said_at
                    from (
                        select m.mark, max(a.recorded_at) as said_at
                        from (select id, recorded_at
                              from (select id, posted_at, recorded_at from assessment
                                    where author_key = t.author and (verdict = 'attack' or incident_id is not null)
                                      and posted_at > cast(cast(:marked as text) as timestamptz) offset 0) a
                              order by recorded_at desc, posted_at desc, id limit 20) a
                        cross join lateral (
                            select mark from pattern_mark where assessment_id = a.id offset 0) m
                        group by m.mark) m
                    cross join lateral (
                        select assessment_id, at from pattern_mark
                        where mark = m.mark and at >= cast(cast(:since as text) as timestamptz)
                        order by at desc, assessment_id limit %d) o
                    order by o.at desc, o.assessment_id limit 1000) o
                cross join lateral (select * from assessment where id = o.assessment_id offset 0) b
                where greatest(b.recorded_at, o.said_at) >= cast(cast(:recorded as text) as timestamptz)) w
            where w.author_id is not null or w.author_handle is not null
            order by w.staff_id, w.author_key, w.at desc
            """
                            .formatted(PatternMarks.MOST)
                    + ON_CONFLICT;

    private static final String TAKE =
            """
            with due as (
                select staff_id, author_key, due_at from pattern_watch
                where due_at <= cast(cast(:now as text) as timestamptz)
                order by due_at limit :most for update skip locked),
            again as (
                update pattern_watch w set due_at = w.last_at
                from due
                where w.staff_id = due.staff_id and w.author_key = due.author_key
                    and w.last_at > cast(cast(:now as text) as timestamptz)
                returning w.staff_id, w.author_key, w.source, w.author_id, w.handle, due.due_at, w.last_at),
            done as (
                delete from pattern_watch w
                using due
                where w.staff_id = due.staff_id and w.author_key = due.author_key
                    and w.last_at <= cast(cast(:now as text) as timestamptz)
                returning w.staff_id, w.author_key, w.source, w.author_id, w.handle, due.due_at, w.last_at)
            select * from again union all select * from done
            """;

    private final Runnable wake;
    private final PatternSettings settings;

    SqlPatternWatch(Wakeups wakeups, PatternSettings settings) {
        this.wake = () -> wakeups.wake(Wakeups.Work.PATTERNS);
        this.settings = settings;
    }

    private record Row(
            String staffId,
            String author,
            String source,
            String authorId,
            String handle,
            Instant dueAt,
            Instant lastAt) {

        static Row of(Due due) {
            Pair pair = due.pair();
            return new Row(
                    pair.staffId(),
                    pair.author(),
                    pair.source(),
                    pair.authorId(),
                    pair.handle(),
                    due.dueAt(),
                    due.lastAt());
        }
    }

    record Told(String author, String source, String handle) {}

    @Override
    public Uni<Void> watch(Collection<Due> due) {
        AfterCommit.add(wake);
        return Sql.update(ADD, Map.of("rows", Sql.json(due.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> watchAllOf(
            AuthorAlias.Account account, Instant since, Instant recordedSince, Instant now) {
        AfterCommit.add(wake);
        Uni<Integer> added =
                Sql.update(
                        ADD_ALL_OF,
                        Map.of(
                                "account",
                                Sql.json(
                                        new Told(
                                                account.key(), account.source(), account.handle())),
                                "since",
                                since.toString(),
                                "recorded",
                                recordedSince.toString(),
                                "marked",
                                now.minus(settings.horizon()).toString(),
                                "now",
                                now.toString()));
        return Uni.combine().all().unis(Sql.planForLookUps(), added).discardItems();
    }

    // What looks again begins with it. It asks what recording asks, and a connection keeps one plan
    // for both.
    @Override
    public Uni<List<Due>> take(Instant now, int most) {
        return Uni.combine()
                .all()
                .unis(
                        Sql.planForLookUps(),
                        Sql.rows(TAKE, Map.of("now", now.toString(), "most", most)))
                .with((planned, rows) -> rows.stream().map(SqlPatternWatch::due).toList());
    }

    private static Due due(Object[] row) {
        return new Due(pair(row), Sql.time(row[5]), Sql.time(row[6]));
    }

    private static Pair pair(Object[] row) {
        return new Pair(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4]);
    }
}
