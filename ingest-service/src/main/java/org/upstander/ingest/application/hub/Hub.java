package org.upstander.ingest.application.hub;

import java.util.concurrent.CompletionStage;

/** Tells hubs what is wanted no more. */
@FunctionalInterface
public interface Hub {

    /**
     * @return whether it took that; never fails
     */
    CompletionStage<Boolean> leave(Subscription unwanted);
}
