package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternWatch;

@ApplicationScoped
class SqlPatternWatch implements PatternWatch {

    private static final String ADD =
            """
            insert into pattern_watch (staff_id, author_key, source, author_id, handle, due_at)
            select staff_id, author, source, author_id, handle, due_at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (staff_id text,
                author text, source text, author_id text, handle text, due_at timestamptz)
            order by staff_id, author
            on conflict (staff_id, author_key) do update
                set due_at = least(pattern_watch.due_at, excluded.due_at)
            """;

    private static final String ADD_ALL_OF =
            """
            insert into pattern_watch (staff_id, author_key, source, author_id, handle, due_at)
            select distinct on (staff_id) staff_id, author_key, source, author_id, author_handle,
                cast(cast(:now as text) as timestamptz)
            from assessment
            where author_key = :author and posted_at >= cast(cast(:since as text) as timestamptz)
            order by staff_id, posted_at desc
            on conflict (staff_id, author_key) do update
                set due_at = least(pattern_watch.due_at, excluded.due_at)
            """;

    private static final String TAKE =
            """
            delete from pattern_watch w
            using (select staff_id, author_key from pattern_watch
                   where due_at <= cast(cast(:now as text) as timestamptz)
                   order by due_at limit :most for update skip locked) due
            where w.staff_id = due.staff_id and w.author_key = due.author_key
            returning w.staff_id, w.author_key, w.source, w.author_id, w.handle
            """;

    private final Runnable wake;

    SqlPatternWatch(Wakeups wakeups) {
        this.wake = () -> wakeups.wake(Wakeups.Work.PATTERNS);
    }

    private record Row(
            String staffId,
            String author,
            String source,
            String authorId,
            String handle,
            Instant dueAt) {

        static Row of(Due due) {
            Pair pair = due.pair();
            return new Row(
                    pair.staffId(),
                    pair.author(),
                    pair.source(),
                    pair.authorId(),
                    pair.handle(),
                    due.dueAt());
        }
    }

    @Override
    public Uni<Void> watch(Collection<Due> due) {
        AfterCommit.add(wake);
        return Sql.update(ADD, Map.of("rows", Sql.json(due.stream().map(Row::of).toList())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> watchAllOf(String author, Instant since, Instant now) {
        AfterCommit.add(wake);
        return Sql.update(
                        ADD_ALL_OF,
                        Map.of("author", author, "since", since.toString(), "now", now.toString()))
                .replaceWithVoid();
    }

    // What looks again begins with it. It asks what recording asks, and a connection keeps one plan
    // for both.
    @Override
    public Uni<List<Pair>> take(Instant now, int most) {
        return Uni.combine()
                .all()
                .unis(
                        Sql.planForLookUps(),
                        Sql.rows(TAKE, Map.of("now", now.toString(), "most", most)))
                .with((planned, rows) -> rows.stream().map(SqlPatternWatch::pair).toList());
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
