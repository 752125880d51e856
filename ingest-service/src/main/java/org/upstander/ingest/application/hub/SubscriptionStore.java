package org.upstander.ingest.application.hub;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What hubs were asked for, also for sources that are gone: those hubs ask whether we meant it.
 * Fails with {@link org.upstander.ingest.application.source.StoreUnavailable}.
 */
public interface SubscriptionStore {

    CompletionStage<Optional<Subscription>> find(String sourceId, String topic);

    /**
     * Notes what a hub is about to be asked, since it may answer before the call is over. What it
     * agreed to before holds until then; other topics of the source are wanted no more.
     */
    CompletionStage<Void> asking(Subscription wanted);

    /**
     * The hub agreed: its source is looked at once more, now that nothing can be missed.
     *
     * @param now when it did
     * @param renewAt when it is asked again
     * @param until when the lease ends
     */
    CompletionStage<Void> agreed(
            Subscription subscription, Instant now, Instant renewAt, Instant until);

    /**
     * The hub does not, or no longer.
     *
     * @param now when it said so
     * @param again when it is asked again at the latest
     */
    CompletionStage<Void> denied(Subscription subscription, Instant now, Instant again);

    /** The hub was asked to stop, and did. */
    CompletionStage<Void> forget(Subscription subscription);

    /**
     * Takes one that is wanted no more: its source is gone, paused, of another type or elsewhere.
     *
     * @param until when somebody else may take it, unless its hub was told by then
     */
    CompletionStage<Optional<Subscription>> claimUnwanted(Instant now, Instant until);

    /** Its hub was told. */
    CompletionStage<Void> told(Subscription unwanted);
}
