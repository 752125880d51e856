package org.upstander.ingest.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.health.Sight;
import org.upstander.ingest.application.health.Told;
import org.upstander.ingest.application.health.ToldStore;

@ApplicationScoped
class SqlToldStore implements ToldStore {

    private static final String COLUMNS =
            "source_id, display_name, platform, state, cause, since, at";

    private static final String ADD =
            """
            insert into source_told (source_id, display_name, platform, state, cause, since, at, told)
            select id, $2, $3, $4, $5, $6, $7, false from source where id = $1
            on conflict do nothing
            """;

    // Of two instances the later one has the later time, whatever their clocks say.
    private static final String CHANGE =
            """
            update source_told
            set display_name = $2, platform = $3, state = $4, cause = $5, since = $6,
                at = greatest($7, at + interval '1 microsecond'), told = false, leased_until = null
            where source_id = $1 and at = $8 and (leased_until is null or leased_until <= $7)
              and exists (select 1 from source where id = $1)
            """;

    private static final String GONE =
            """
            update source_told
            set state = null, cause = null, since = $1,
                at = greatest($1, at + interval '1 microsecond'), told = false, leased_until = null
            where state is not null and (leased_until is null or leased_until <= $1)
              and not exists (select 1 from source where id = source_id)
            """;

    private static final String CLAIM =
            """
            update source_told set leased_until = $2
            where source_id in (
                select source_id from source_told
                where not told and (leased_until is null or leased_until <= $1)
                order by source_id
                for update skip locked)
            returning %s
            """
                    .formatted(COLUMNS);

    private final Sql sql;

    SqlToldStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Map<String, Told>> all() {
        return sql.run("select " + COLUMNS + " from source_told", Tuple.tuple())
                .thenApply(
                        rows -> {
                            Map<String, Told> all = new HashMap<>();
                            told(rows).forEach(one -> all.put(one.sourceId(), one));
                            return all;
                        });
    }

    @Override
    public CompletionStage<Void> note(Told news, Optional<Told> before) {
        Tuple values =
                Tuple.tuple()
                        .addString(news.sourceId())
                        .addString(news.displayName())
                        .addString(news.platform())
                        .addString(news.sight().state().name())
                        .addString(
                                news.sight().cause() == null ? null : news.sight().cause().name())
                        .addOffsetDateTime(Sql.time(news.sight().since()))
                        .addOffsetDateTime(Sql.time(news.at()));
        return before.isEmpty()
                ? sql.run(ADD, values).thenAccept(done -> {})
                : sql.run(CHANGE, values.addOffsetDateTime(Sql.time(before.get().at())))
                        .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Void> noteGone(Instant at) {
        return sql.run(GONE, Tuple.of(Sql.time(at))).thenAccept(done -> {});
    }

    @Override
    public CompletionStage<List<Told>> claim(Instant now, Instant until) {
        return sql.run(CLAIM, Tuple.of(Sql.time(now), Sql.time(until)))
                .thenApply(SqlToldStore::told);
    }

    @Override
    public CompletionStage<Void> told(Told told) {
        Tuple which = Tuple.of(told.sourceId(), Sql.time(told.at()));
        return told.sight() == null
                ? sql.run("delete from source_told where source_id = $1 and at = $2", which)
                        .thenAccept(done -> {})
                : sql.run(
                                """
                                update source_told set told = true, leased_until = null
                                where source_id = $1 and at = $2
                                """,
                                which)
                        .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Void> giveBack(List<Told> untold) {
        return sql.together(
                connection -> {
                    Future<Void> done = Future.succeededFuture();
                    for (Told one : untold) {
                        Tuple which = Tuple.of(one.sourceId(), Sql.time(one.at()));
                        done =
                                done.compose(
                                        next ->
                                                connection
                                                        .preparedQuery(
                                                                """
                                                                update source_told set leased_until = null
                                                                where source_id = $1 and at = $2
                                                                """)
                                                        .execute(which)
                                                        .mapEmpty());
                    }
                    return done;
                });
    }

    private static List<Told> told(RowSet<Row> rows) {
        List<Told> all = new ArrayList<>();
        rows.forEach(
                row ->
                        all.add(
                                new Told(
                                        row.getString("source_id"),
                                        row.getString("display_name"),
                                        row.getString("platform"),
                                        sight(row),
                                        Sql.instant(row, "at"))));
        return all;
    }

    private static Sight sight(Row row) {
        String state = row.getString("state");
        String cause = row.getString("cause");
        return state == null
                ? null
                : new Sight(
                        Sight.State.valueOf(state),
                        cause == null ? null : Sight.Cause.valueOf(cause),
                        Sql.instant(row, "since"));
    }
}
