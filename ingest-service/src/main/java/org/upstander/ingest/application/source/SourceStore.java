package org.upstander.ingest.application.source;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Source;

/** Where sources are kept. Fails with {@link StoreUnavailable} while the database is away. */
public interface SourceStore extends SourceList {

    CompletionStage<Optional<Source>> find(String id);

    /**
     * Creates or replaces; of two at the same time the later one stays.
     *
     * @return whether it was there before
     */
    CompletionStage<Boolean> save(Source source, Instant at);

    /**
     * Pauses one, or has it go on.
     *
     * @return whether it was there
     */
    CompletionStage<Boolean> pause(String id, boolean paused, Instant at);

    /**
     * @return whether it was there
     */
    CompletionStage<Boolean> delete(String id);
}
