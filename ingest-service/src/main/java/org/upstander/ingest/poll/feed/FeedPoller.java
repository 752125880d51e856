package org.upstander.ingest.poll.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ask;
import org.upstander.ingest.fetch.Fetch;
import org.upstander.ingest.fetch.Fetched;

/**
 * Feeds: RSS 0.9 to 2.0, Atom 1.0, JSON Feed 1.1. Asks conditionally, and takes what is new or was
 * changed since.
 */
@ApplicationScoped
public class FeedPoller implements Poller {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
                    + " application/json;q=0.9, */*;q=0.5";

    private final Fetch fetch;
    private final Clock clock;

    FeedPoller(Fetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "rss";
    }

    @Override
    public Needs needs() {
        return Needs.AN_ADDRESS;
    }

    /**
     * What came of asking.
     *
     * @param links what it says about its hub; empty where nothing was read, or nothing changed
     */
    public record Look(Polled polled, Optional<FeedLinks> links) {}

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        return look(source, cursor).thenApply(Look::polled);
    }

    /**
     * The same for who needs its links, too.
     *
     * @param cursor what the last answer said, empty for the first time
     * @return never fails
     */
    public CompletionStage<Look> look(Source source, String cursor) {
        FeedCursor at = FeedCursor.read(cursor).of(source.url());
        Ask ask =
                new Ask(at.address())
                        .with("accept", ACCEPT)
                        .with("if-none-match", at.etag())
                        .with("if-modified-since", at.lastModified());
        return fetch.get(
                ask,
                answer -> read(answer, at, source),
                nothing -> new Look(nothing.failed(), Optional.empty()));
    }

    private Look read(Fetched.Answer answer, FeedCursor at, Source source) {
        if (answer.unchanged()) {
            Polled same =
                    new Polled.Answered(
                            List.of(),
                            at.movedTo(answer.movedTo()).write(),
                            false,
                            answer.maxAge());
            return new Look(same, Optional.empty());
        }
        try {
            Feed feed = FeedDocument.read(answer.body(), answer.header("content-type"));
            FeedNews news = FeedNews.of(feed, at, source);
            FeedCursor next = at.movedTo(answer.movedTo()).after(answer, news.seen());
            Polled read =
                    new Polled.Answered(
                            news.items(),
                            next.write(),
                            false,
                            longer(answer.maxAge(), feed.pause().from(clock.instant())));
            FeedLinks links = FeedLinks.of(answer.header("link"), feed, next.address());
            return new Look(read, Optional.of(links));
        } catch (Unreadable e) {
            return new Look(
                    new Polled.Failed(PollFailure.NOT_READABLE, Optional.empty()),
                    Optional.empty());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
