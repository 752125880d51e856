package org.upstander.ingest.persistence;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.backfill.BackfillStore;
import org.upstander.ingest.domain.Backfill;

@ApplicationScoped
class SqlBackfillStore implements BackfillStore {

    private static final String COLUMNS =
            "source_id, state, file, items, accepted, rejected, started_at, updated_at, error";

    private final Sql sql;

    SqlBackfillStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Boolean> start(String sourceId, Instant at) {
        return sql.run(
                        """
                        insert into backfill as b (source_id, state, file, items, accepted, rejected, started_at, updated_at)
                        values ($1, 'RUNNING', '', 0, 0, 0, $2, $2)
                        on conflict (source_id) do update set
                            state = 'RUNNING', file = '', items = 0, accepted = 0, rejected = 0,
                            started_at = $2, updated_at = $2, error = null, worker = null, leased_until = null
                        where b.state <> 'RUNNING'
                        """,
                        Tuple.of(sourceId, Sql.time(at)))
                .thenApply(rows -> rows.rowCount() > 0);
    }

    @Override
    public CompletionStage<Optional<Backfill>> find(String sourceId) {
        return sql.run(
                        "select " + COLUMNS + " from backfill where source_id = $1",
                        Tuple.of(sourceId))
                .thenApply(rows -> rows.stream().findFirst().map(SqlBackfillStore::backfill));
    }

    @Override
    public CompletionStage<Optional<Claimed>> claim(String worker, Instant now, Instant until) {
        return sql.run(
                        """
                        with free as materialized (
                            select source_id as free_id, worker as before from backfill
                            where state = 'RUNNING' and (leased_until is null or leased_until < $2)
                            order by updated_at
                            limit 1
                            for update skip locked)
                        update backfill set worker = $1, leased_until = $3
                        from free where source_id = free_id
                        returning before is not null as worked,
                        """
                                + COLUMNS,
                        Tuple.of(worker, Sql.time(now), Sql.time(until)))
                .thenApply(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(
                                                row ->
                                                        new Claimed(
                                                                backfill(row),
                                                                row.getBoolean("worked"))));
    }

    @Override
    public CompletionStage<Boolean> keep(Backfill progress, String worker, Instant until) {
        Tuple values =
                Tuple.tuple()
                        .addString(progress.sourceId())
                        .addString(worker)
                        .addString(progress.state().name())
                        .addString(progress.at().file())
                        .addLong(progress.at().items())
                        .addLong(progress.accepted())
                        .addLong(progress.rejected())
                        .addOffsetDateTime(Sql.time(progress.updatedAt()))
                        .addString(progress.error())
                        .addOffsetDateTime(Sql.time(until));
        return sql.run(
                        """
                        update backfill set state = $3, file = $4, items = $5, accepted = $6, rejected = $7,
                                            updated_at = $8, error = $9, leased_until = $10
                        where source_id = $1 and worker = $2 and state = 'RUNNING'
                        """,
                        values)
                .thenApply(rows -> rows.rowCount() > 0);
    }

    private static Backfill backfill(Row row) {
        return new Backfill(
                row.getString("source_id"),
                Backfill.State.valueOf(row.getString("state")),
                new Backfill.Position(row.getString("file"), row.getLong("items")),
                row.getLong("accepted"),
                row.getLong("rejected"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "updated_at"),
                row.getString("error"));
    }
}
