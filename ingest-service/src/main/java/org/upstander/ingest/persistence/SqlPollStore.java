package org.upstander.ingest.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.poll.PollStore;

@ApplicationScoped
class SqlPollStore implements PollStore {

    /** Any number that nothing else locks: who claims is alone, so that no host is taken twice. */
    private static final long CLAIMS = 0x706f6c6cL;

    private static final String ALONE = "select pg_advisory_xact_lock(" + CLAIMS + ")";

    private static final String NEW =
            """
            insert into poll (source_id, cursor, failures, next_at, source_at)
            select id, '', 0, $2, updated_at from source
            where type = any($1) and not exists (select 1 from poll where source_id = id)
            """;

    private static final String PUT_ANEW =
            """
            update poll set next_at = $1, failures = 0, source_at = updated_at
            from source
            where id = source_id and updated_at <> source_at
              and (leased_until is null or leased_until < $1)
            """;

    private static final String CLAIM =
            """
            with host as (
                select id, type, lower(substring(url from '^[A-Za-z]+://([^/?#]+)')) as host from source
            )
            update poll set worker = $2, leased_until = $4,
                            source_at = (select updated_at from source where id = source_id)
            where source_id = (
                select source_id
                from poll join source on source.id = source_id join host on host.id = source_id
                where source.type = any($1) and not paused and next_at <= $3
                  and (leased_until is null or leased_until < $3)
                  and not ($5 and exists (
                      select 1 from poll busy join host other on other.id = busy.source_id
                      where busy.leased_until >= $3 and other.host = host.host
                        and other.type = any($1)))
                order by next_at
                limit 1)
            returning source_id, cursor, failures, failing_since
            """;

    private final Sql sql;

    SqlPollStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Optional<Turn>> claim(
            Collection<String> types, boolean alone, String worker, Instant now, Instant until) {
        String[] all = types.toArray(String[]::new);
        return sql.together(
                connection ->
                        done(connection, ALONE, Tuple.tuple())
                                .compose(
                                        locked ->
                                                done(connection, NEW, Tuple.of(all, Sql.time(now))))
                                .compose(
                                        known ->
                                                done(connection, PUT_ANEW, Tuple.of(Sql.time(now))))
                                .compose(
                                        due ->
                                                done(
                                                        connection,
                                                        CLAIM,
                                                        Tuple.of(
                                                                all,
                                                                worker,
                                                                Sql.time(now),
                                                                Sql.time(until),
                                                                alone)))
                                .map(SqlPollStore::first));
    }

    @Override
    public CompletionStage<Boolean> keep(Turn turn, String worker, Instant next) {
        Tuple values =
                Tuple.tuple()
                        .addString(turn.sourceId())
                        .addString(worker)
                        .addString(turn.cursor())
                        .addInteger(turn.failures())
                        .addOffsetDateTime(Sql.time(next))
                        .addOffsetDateTime(Sql.time(turn.failingSince()));
        return sql.run(
                        """
                        update poll set cursor = $3, failures = $4, next_at = $5, failing_since = $6,
                                        worker = null, leased_until = null
                        where source_id = $1 and worker = $2
                        """,
                        values)
                .thenApply(rows -> rows.rowCount() > 0);
    }

    private static Future<RowSet<Row>> done(
            SqlConnection connection, String statement, Tuple parameters) {
        return connection.preparedQuery(statement).execute(parameters);
    }

    private static Optional<Turn> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(
                    new Turn(
                            row.getString("source_id"),
                            row.getString("cursor"),
                            row.getInteger("failures"),
                            Sql.instant(row, "failing_since")));
        }
        return Optional.empty();
    }
}
