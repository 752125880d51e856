package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.ToldRuns;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternKind;

@ApplicationScoped
class SqlToldRuns implements ToldRuns {

    private static final String OF =
            """
            select p.nr, t.pattern, t.at, t.assessment_id
            from %s p
            cross join lateral (
                select * from told_run
                where staff_id = p.staff_id and author_key = p.author offset 0) t
            """
                    .formatted(PairRows.SQL);

    // In one order, so that two who tell of the same authors do not wait for each other.
    private static final String KEEP =
            """
            insert into told_run (staff_id, author_key, pattern, at, assessment_id)
            select distinct on (a.staff_id, a.author_key, r.pattern) a.staff_id, a.author_key,
                r.pattern, a.at, a.id
            from jsonb_to_recordset(cast(cast(:runs as text) as jsonb)) as r (pattern text, newest text)
            cross join lateral (
                select *, least(posted_at, recorded_at) as at from assessment
                where id = r.newest offset 0) a
            order by a.staff_id, a.author_key, r.pattern, a.at desc, a.id desc
            on conflict (staff_id, author_key, pattern) do update
                set at = excluded.at, assessment_id = excluded.assessment_id
                where (excluded.at, excluded.assessment_id) > (told_run.at, told_run.assessment_id)
            """;

    private record Row(String pattern, String newest) {}

    @Override
    public Uni<Map<Pair, Map<PatternKind, Encounter.Told>>> of(Collection<Pair> pairs) {
        List<Pair> asked = List.copyOf(pairs);
        return Sql.rows(OF, Map.of("pairs", PairRows.json(asked))).map(rows -> told(rows, asked));
    }

    /** A pattern that only a newer version knows is passed over. */
    private static Map<Pair, Map<PatternKind, Encounter.Told>> told(
            List<Object[]> rows, List<Pair> asked) {
        Map<Pair, Map<PatternKind, Encounter.Told>> told = new HashMap<>();
        for (Object[] row : rows) {
            Pair pair = asked.get(((Number) row[0]).intValue());
            Encounter.Told one = new Encounter.Told(Sql.time(row[2]), (String) row[3]);
            PatternKind.of((String) row[1])
                    .ifPresent(
                            kind ->
                                    told.computeIfAbsent(
                                                    pair, known -> new EnumMap<>(PatternKind.class))
                                            .put(kind, one));
        }
        return told;
    }

    @Override
    public Uni<Void> keep(Collection<Run> runs) {
        List<Row> rows =
                runs.stream().map(one -> new Row(one.pattern().wireName(), one.newest())).toList();
        return Sql.update(KEEP, Map.of("runs", Sql.json(rows))).replaceWithVoid();
    }
}
