package org.upstander.alert.persistence;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.upstander.alert.application.DatabaseAway;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.UnstorableData;

/**
 * Sorts what the database says by what helps: doing it again at once, never, or (whatever is not
 * sorted) later.
 */
public final class DatabaseFailures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> RACES =
            Set.of(UNIQUE_VIOLATION, "23503", "40001", "40P01", "55P03");
    private static final Set<String> BAD_VALUES = Set.of("23502", "23514", "54000");
    // No connection, no resources, shut down by the operator.
    private static final Set<String> AWAY = Set.of("08", "53", "57");
    private static final String DATA_EXCEPTION = "22";

    private DatabaseFailures() {}

    public static Throwable classify(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreConflict || cause instanceof UnstorableData) {
                return cause;
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return new StoreConflict(failure);
            }
            if (cause instanceof PgException refusal && refusal.getSqlState() != null) {
                return bySqlState(refusal);
            }
        }
        return isAway(failure) ? new DatabaseAway(failure) : failure;
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof ClosedConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable bySqlState(PgException refusal) {
        String state = refusal.getSqlState();
        if (RACES.contains(state)) {
            return new StoreConflict(refusal);
        }
        return state.startsWith(DATA_EXCEPTION) || BAD_VALUES.contains(state)
                ? new UnstorableData(state)
                : AWAY.stream().anyMatch(state::startsWith) ? new DatabaseAway(refusal) : refusal;
    }
}
