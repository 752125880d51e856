package org.upstander.alert.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.upstander.alert.application.Wakeups;

/**
 * Brings the tables up to date behind the start, however long PostgreSQL takes to appear: until
 * then the service is live but not ready. Of several instances one migrates, the others wait
 * (Flyway's lock).
 */
@ApplicationScoped
class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Flyway flyway;
    private final Wakeups wakeups;

    Migration(Flyway flyway, Wakeups wakeups) {
        this.flyway = flyway;
        this.wakeups = wakeups;
    }

    void onStart(@Observes StartupEvent start) {
        Uni.createFrom()
                .item(flyway::migrate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf("database not ready: %s", failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(
                        result -> {
                            LOG.infof("schema is at version %s", result.targetSchemaVersion);
                            wakeups.open();
                        });
    }
}
