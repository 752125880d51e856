package org.upstander.ingest.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.health.Health;
import org.upstander.ingest.application.health.HealthStore;
import org.upstander.ingest.application.health.Observed;

@ApplicationScoped
class SqlHealthStore implements HealthStore {

    private static final int GAPS_SHOWN = 20;

    private static final String ADD =
            """
            insert into source_health as h (source_id, last_delivery, last_post, items,
                                            refused_items, not_proven, not_readable)
            select id, $2, $3, $4, $5, $6, $7 from source where id = $1
            on conflict (source_id) do update set
                last_delivery = greatest(h.last_delivery, excluded.last_delivery),
                last_post = greatest(h.last_post, excluded.last_post),
                items = h.items + excluded.items,
                refused_items = h.refused_items + excluded.refused_items,
                not_proven = h.not_proven + excluded.not_proven,
                not_readable = h.not_readable + excluded.not_readable
            """;
    private static final String OPEN_GAP =
            """
            insert into source_gap (source_id, cause, since)
            select id, $2, $3 from source where id = $1
               and ($2 = 'LOST'
                    or not exists (select 1 from source_gap where source_id = $1 and until is null))
            on conflict do nothing
            """;
    private static final String CLOSE_GAPS =
            """
            update source_gap set until = $2
            where source_id = $1 and until is null and since < $2
            """;

    /** Where asking brings something again. */
    private static final String CLOSE_GAPS_OF_ASKING =
            """
            update source_gap set until = $2
            where source_id = $1 and until is null and since < $2 and cause <> 'EMPTY_CONTENT'
            """;

    private final Sql sql;

    SqlHealthStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Void> add(Map<String, Observed> seen) {
        return sql.together(
                connection -> {
                    Future<Void> done = Future.succeededFuture();
                    // In one order always: two instances must not wait for each other.
                    for (Map.Entry<String, Observed> one : new TreeMap<>(seen).entrySet()) {
                        done = done.compose(next -> add(connection, one.getKey(), one.getValue()));
                    }
                    return done;
                });
    }

    private static Future<Void> add(SqlConnection connection, String id, Observed seen) {
        Future<?> done =
                connection
                        .preparedQuery(ADD)
                        .execute(
                                Tuple.of(
                                                id,
                                                Sql.time(seen.lastDelivery()),
                                                Sql.time(seen.lastPost()),
                                                seen.items(),
                                                seen.refusedItems(),
                                                seen.notProven())
                                        .addLong(seen.notReadable()));
        if (seen.gap() != null) {
            Tuple gap = Tuple.of(id, seen.gap().cause().name(), Sql.time(seen.gap().at()));
            done = done.compose(next -> connection.preparedQuery(OPEN_GAP).execute(gap));
        }
        if (seen.lastPost() != null) {
            Tuple post = Tuple.of(id, Sql.time(seen.lastPost()));
            done = done.compose(next -> connection.preparedQuery(CLOSE_GAPS).execute(post));
        }
        if (seen.lastAnswer() != null) {
            Tuple answer = Tuple.of(id, Sql.time(seen.lastAnswer()));
            done =
                    done.compose(
                            next -> connection.preparedQuery(CLOSE_GAPS_OF_ASKING).execute(answer));
        }
        return done.mapEmpty();
    }

    @Override
    public CompletionStage<Map<String, Health>> all() {
        return sql.run(
                        """
                        select source_id, cause, since, until
                        from (select *, row_number() over (partition by source_id order by since desc) as nth
                              from source_gap) latest
                        where nth <= $1
                        order by source_id, since desc
                        """,
                        Tuple.of(GAPS_SHOWN))
                .thenCompose(
                        gaps ->
                                sql.run(
                                                """
                                                select id, created_at, last_delivery, last_post, items,
                                                       refused_items, not_proven, not_readable
                                                from source left join source_health on id = source_id
                                                """,
                                                Tuple.tuple())
                                        .thenApply(rows -> health(rows, gaps(gaps))));
    }

    private static Map<String, List<Health.Gap>> gaps(RowSet<Row> rows) {
        Map<String, List<Health.Gap>> gaps = new HashMap<>();
        rows.forEach(
                row ->
                        gaps.computeIfAbsent(row.getString("source_id"), id -> new ArrayList<>())
                                .add(
                                        new Health.Gap(
                                                Said.Cause.valueOf(row.getString("cause")),
                                                Sql.instant(row, "since"),
                                                Sql.instant(row, "until"))));
        return gaps;
    }

    private static Map<String, Health> health(
            RowSet<Row> rows, Map<String, List<Health.Gap>> gaps) {
        Map<String, Health> all = new HashMap<>();
        for (Row row : rows) {
            String id = row.getString("id");
            all.put(
                    id,
                    new Health(
                            Sql.instant(row, "created_at"),
                            Sql.instant(row, "last_delivery"),
                            Sql.instant(row, "last_post"),
                            count(row, "items"),
                            count(row, "refused_items"),
                            count(row, "not_proven"),
                            count(row, "not_readable"),
                            gaps.getOrDefault(id, List.of())));
        }
        return all;
    }

    private static long count(Row row, String column) {
        Long count = row.getLong(column);
        return count == null ? 0 : count;
    }
}
