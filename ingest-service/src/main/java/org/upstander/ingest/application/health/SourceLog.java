package org.upstander.ingest.application.health;

import java.util.concurrent.CompletionStage;

/** Where others read how sources do. */
@FunctionalInterface
public interface SourceLog {

    /**
     * @return completes when it is stored for good; fails with {@link
     *     org.upstander.ingest.application.LogUnavailable}, and may be stored all the same
     */
    CompletionStage<Void> append(Told told);
}
