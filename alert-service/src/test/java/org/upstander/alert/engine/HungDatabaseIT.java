package org.upstander.alert.engine;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DatabaseAway;
import org.upstander.alert.application.Transactions;
import org.upstander.infrastructure.InfrastructureResource;

/** PostgreSQL is there and does not answer. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class HungDatabaseIT extends EngineTestBase {

    private static final int HANGS = 2;

    @Inject Transactions transactions;

    @Test
    void aStatementThatHangsIsGivenUpAndItsWorkComesAgain() throws Exception {
        try (Connection operator = connection();
                Statement lock = operator.createStatement()) {
            // Given
            operator.setAutoCommit(false);
            lock.execute("lock table incident in access exclusive mode");
            publish(posts.attack("hung", "heath", "t1"));
            String waits =
                    "select pid || ' ' || query_start from pg_stat_activity"
                            + " where wait_event_type = 'Lock'";
            await().atMost(SOON).until(() -> !column(waits).isEmpty());

            // When
            String first = column(waits).get(0);
            await().atMost(ofSeconds(10)).until(() -> !column(waits).contains(first));

            // Then: it is tried again, and goes through once the way is free
            await().atMost(SOON).until(() -> !column(waits).isEmpty());
            operator.rollback();
        }
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(DeadLetterReader.countNow(staffId)).isZero();
    }

    @Test
    void aConnectionOnWhichNothingComesBackIsGivenUp() {
        for (int i = 0; i < HANGS; i++) {
            // When
            Uni<Object> silent = transactions.run(() -> Uni.createFrom().nothing());

            // Then
            assertThatThrownBy(() -> silent.await().atMost(SOON)).isInstanceOf(DatabaseAway.class);
        }
        assertThat(now(transactions.run(() -> Uni.createFrom().item("done")))).isEqualTo("done");
    }
}
