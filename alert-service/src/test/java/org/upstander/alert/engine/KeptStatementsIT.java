package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The service's own connections, as PostgreSQL sees them. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class KeptStatementsIT extends EscalationTestBase {

    private static final String LONG_ONES =
            "select count(*) from pg_prepared_statements where length(statement) > 2048";

    @Inject Pool pool;

    @Test
    void longStatementsAreKeptToo() {
        // When
        attack();
        pages(1);

        // Then: whichever of the connections we are given, one that recorded is among them
        eventually(
                () ->
                        assertThat(
                                        now(pool.query(LONG_ONES).execute())
                                                .iterator()
                                                .next()
                                                .getLong(0))
                                .isPositive());
    }
}
