package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database may take. */
@ConfigMapping(prefix = "upstander.alert.database")
public interface DatabaseConfig {

    /**
     * A transaction that takes longer counts as failed because the database is away, and its work
     * comes again. Longer than PostgreSQL's own {@code statement_timeout}: this one is for a
     * connection on which nothing comes back at all.
     */
    @WithDefault("PT60S")
    Duration transactionLimit();
}
