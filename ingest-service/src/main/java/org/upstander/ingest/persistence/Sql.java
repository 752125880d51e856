package org.upstander.ingest.persistence;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.source.StoreUnavailable;

/** Statements to PostgreSQL. Whatever fails does so because the database is away, or not ready. */
@ApplicationScoped
class Sql {

    private static final Logger LOG = Logger.getLogger(Sql.class);
    private static final long PATIENCE_SECONDS = 10;

    /** No connection, no resources, ended by the operator, waited too long; not migrated yet. */
    private static final Set<String> PASSING =
            Set.of("08", "53", "57", "25P03", "3F000", "42P01", "42703");

    private final Pool pool;

    Sql(Pool pool) {
        this.pool = pool;
    }

    CompletionStage<RowSet<Row>> run(String statement, Tuple parameters) {
        return stage(pool.preparedQuery(statement).execute(parameters));
    }

    /** All of the work, or nothing. */
    <T> CompletionStage<T> together(Function<SqlConnection, Future<T>> work) {
        return stage(pool.withTransaction(work));
    }

    static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> CompletionStage<T> stage(Future<T> work) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        work.onComplete(
                done -> {
                    if (done.succeeded()) {
                        stage.complete(done.result());
                    } else {
                        tell(done.cause());
                        stage.completeExceptionally(new StoreUnavailable(kind(done.cause())));
                    }
                });
        return stage.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(Sql::unavailable);
    }

    private static <T> CompletionStage<T> unavailable(Throwable failure) {
        return CompletableFuture.failedFuture(
                failure instanceof StoreUnavailable
                        ? failure
                        : new StoreUnavailable(kind(failure)));
    }

    /** Neither away nor not migrated yet: a fault of ours, which would else look like an outage. */
    private static void tell(Throwable failure) {
        if (failure instanceof PgException refusal
                && PASSING.stream().noneMatch(refusal.getSqlState()::startsWith)) {
            LOG.errorf("a statement was refused: SQLSTATE %s", refusal.getSqlState());
        }
    }

    /** No message: PostgreSQL's quote values. */
    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof PgException refusal ? name + " " + refusal.getSqlState() : name;
    }
}
