package org.upstander.ingest.application.health;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where the health of sources is kept. Fails with {@link
 * org.upstander.ingest.application.source.StoreUnavailable} while the database is away.
 */
public interface HealthStore {

    /**
     * Adds what was seen, all of it or nothing; of sources that are gone nothing is kept.
     *
     * @param seen by id of the source
     */
    CompletionStage<Void> add(Map<String, Observed> seen);

    /** Of every source, by id. */
    CompletionStage<Map<String, Health>> all();
}
