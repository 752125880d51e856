package org.upstander.alert.persistence;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
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
    // 21000: two of a batch want one row. Apart they do, and halves part them.
    private static final Set<String> BAD_VALUES = Set.of("23502", "23514", "54000", "21000");
    // No connection, no resources, shut down by the operator, left waiting within a transaction.
    private static final Set<String> AWAY = Set.of("08", "53", "57", "25P03");
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
            String state = sqlState(cause);
            if (state != null) {
                return bySqlState(state, failure);
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

    /** The driver's own refusals, and those that Hibernate dressed up as JDBC's. */
    private static String sqlState(Throwable cause) {
        if (cause instanceof PgException refusal) {
            return refusal.getSqlState();
        }
        return cause instanceof SQLException refusal ? refusal.getSQLState() : null;
    }

    private static Throwable bySqlState(String state, Throwable failure) {
        if (RACES.contains(state)) {
            return new StoreConflict(failure);
        }
        return state.startsWith(DATA_EXCEPTION) || BAD_VALUES.contains(state)
                ? new UnstorableData(state)
                : AWAY.stream().anyMatch(state::startsWith) ? new DatabaseAway(failure) : failure;
    }
}
