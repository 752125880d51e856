package org.upstander.ingest.poll.websub;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.feed.FeedPoller;

/**
 * Feeds whose hub tells what is new (W3C WebSub). Each time it is their turn the feed is asked, for
 * its hub and for what nobody told us of, and then the hub, where it must be.
 */
@ApplicationScoped
class WebsubPoller implements Poller {

    private final FeedPoller feeds;
    private final Subscriber subscriber;

    WebsubPoller(FeedPoller feeds, Subscriber subscriber) {
        this.feeds = feeds;
        this.subscriber = subscriber;
    }

    @Override
    public String type() {
        return Subscription.TYPE;
    }

    @Override
    public Needs needs() {
        return Needs.A_CALLBACK;
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        HubCursor at = HubCursor.read(cursor, source.url());
        return feeds.look(source, at.feed())
                .thenCompose(
                        look ->
                                look.polled() instanceof Polled.Answered answer
                                        ? answered(source, at, look, answer)
                                        : CompletableFuture.completedFuture(look.polled()));
    }

    /** No hub is asked for anything. */
    @Override
    public CompletionStage<Polled> probe(Source source) {
        return feeds.look(source, "")
                .thenApply(
                        look ->
                                look.links().filter(links -> links.hub() == null).isPresent()
                                        ? noHub()
                                        : look.polled());
    }

    private CompletionStage<Polled> answered(
            Source source, HubCursor at, FeedPoller.Look look, Polled.Answered answer) {
        HubCursor now = at.after(answer.cursor(), look.links());
        return now.hub() == null
                ? CompletableFuture.completedFuture(noHub())
                : subscriber.keep(source, now, answer);
    }

    private static Polled noHub() {
        return new Polled.Failed(PollFailure.NO_HUB, Optional.empty());
    }
}
