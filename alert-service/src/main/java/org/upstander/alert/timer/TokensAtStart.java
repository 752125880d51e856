package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.upstander.alert.application.directory.ApiTokens;

/**
 * Accepts the tokens of the database behind the start. The topic brings the same ones, but not
 * while Kafka is away, and not where it lost its data: then operators must get in all the more.
 */
@ApplicationScoped
class TokensAtStart {

    private static final Logger LOG = Logger.getLogger(TokensAtStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ApiTokens tokens;

    TokensAtStart(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Until it works: at first the tables may not be there. */
    void onStart(@Observes StartupEvent start) {
        tokens.acceptAllHere()
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(count -> LOG.infof("tokens of the database accepted count=%d", count));
    }
}
