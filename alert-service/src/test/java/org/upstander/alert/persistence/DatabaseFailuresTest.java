package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.DatabaseAway;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.UnstorableData;

/** What helps against what the database says. */
class DatabaseFailuresTest {

    @ParameterizedTest
    @CsvSource({"23505", "23503", "40001", "40P01", "55P03"})
    void aLostRaceIsRunAgain(String state) {
        assertThat(classified(state)).isInstanceOf(StoreConflict.class);
    }

    @ParameterizedTest
    @CsvSource({"22021", "22003", "23502", "23514", "54000", "21000"})
    void whatOneOfABatchIsToBlameForIsLookedForByHalves(String state) {
        assertThat(classified(state)).isInstanceOf(UnstorableData.class);
    }

    @ParameterizedTest
    @CsvSource({"08006", "53300", "57P01", "25P03"})
    void whoIsAwayIsWaitedFor(String state) {
        assertThat(classified(state)).isInstanceOf(DatabaseAway.class);
    }

    @Test
    void aConnectionThatBrokeIsADatabaseThatIsAway() {
        assertThat(DatabaseFailures.classify(new IllegalStateException(new IOException())))
                .isInstanceOf(DatabaseAway.class);
    }

    @Test
    void whateverElseIsWrongStaysWhatItIs() {
        Throwable unforeseen = new NullPointerException();

        assertThat(DatabaseFailures.classify(unforeseen)).isSameAs(unforeseen);
    }

    private static Throwable classified(String state) {
        return DatabaseFailures.classify(
                new IllegalStateException(new PgException("refused", "ERROR", state, null)));
    }
}
