package org.upstander.alert.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.Pair;

/** Pairs of an author and a person as rows of a statement, by their place in what was asked. */
final class PairRows {

    /** Reads the parameter {@code pairs}. */
    static final String SQL =
            """
            (select * from jsonb_to_recordset(cast(cast(:pairs as text) as jsonb)) as r (nr int,
                staff_id text, author text, source text, author_id text, handle text, whole boolean))""";

    private PairRows() {}

    private record Row(
            int nr,
            String staffId,
            String author,
            String source,
            String authorId,
            String handle,
            boolean whole) {}

    static String json(Collection<Pair> pairs) {
        return json(pairs, nr -> true);
    }

    /**
     * @param whole whether all posts of the pair in this place are wanted
     */
    static String json(Collection<Pair> pairs, IntPredicate whole) {
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(
                    new Row(
                            rows.size(),
                            pair.staffId(),
                            pair.author(),
                            pair.source(),
                            pair.authorId(),
                            pair.handle(),
                            whole.test(rows.size())));
        }
        return Sql.json(rows);
    }

    /**
     * @param rows the place of a pair, and something of it
     * @param asked those pairs
     */
    static <T> Map<Pair, List<T>> byPair(
            List<Object[]> rows, List<Pair> asked, Function<Object, T> something) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> asked.get(((Number) row[0]).intValue()),
                                Collectors.mapping(
                                        row -> something.apply(row[1]), Collectors.toList())));
    }
}
