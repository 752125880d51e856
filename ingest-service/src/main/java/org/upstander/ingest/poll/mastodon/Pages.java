package org.upstander.ingest.poll.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ask;
import org.upstander.ingest.fetch.Fetch;

/** Asks a timeline, page by page, from the oldest on. */
final class Pages {

    private static final int MOST = 25;

    /** The lease of a source ends after two minutes, and the last page may take half of one. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Fetch fetch;
    private final Clock clock;
    private final Source source;
    private final Timeline timeline;

    Pages(Fetch fetch, Clock clock, Source source, Timeline timeline) {
        this.fetch = fetch;
        this.clock = clock;
        this.source = source;
        this.timeline = timeline;
    }

    static Ask asked(String url, Source source) {
        return new Ask(url).with("authorization", "Bearer " + source.secrets().get(0));
    }

    /**
     * What came to be since; of one that is new where it begins.
     *
     * @return never fails
     */
    CompletionStage<Backfill> since(MastodonCursor cursor) {
        return cursor.isNew()
                ? page(timeline.newest(), Backfill.NOTHING).thenApply(Backfill::asBeginning)
                : further(Backfill.NOTHING, cursor.oldest(), MOST, clock.instant().plus(LONGEST));
    }

    private CompletionStage<Backfill> further(
            Backfill before, String oldest, int pages, Instant deadline) {
        return page(timeline.after(oldest), before)
                .thenCompose(
                        now -> {
                            boolean more =
                                    now.failed() == null
                                            && !now.whole()
                                            && pages > 1
                                            && clock.instant().isBefore(deadline);
                            return more
                                    ? behind(now, oldest, pages, deadline)
                                    : CompletableFuture.completedFuture(now);
                        });
    }

    /** A server that answers with the same again and again is not one that can be read. */
    private CompletionStage<Backfill> behind(
            Backfill now, String oldest, int pages, Instant deadline) {
        String last = now.statuses().get(now.statuses().size() - 1).id();
        return Statuses.ORDER.compare(last, oldest) > 0
                ? further(now, last, pages - 1, deadline)
                : CompletableFuture.completedFuture(notReadable());
    }

    private CompletionStage<Backfill> page(String url, Backfill before) {
        return fetch.get(
                asked(url, source).with("accept", "application/json"),
                answer -> {
                    try {
                        return before.and(Statuses.page(answer.body(), source));
                    } catch (Unreadable e) {
                        return notReadable();
                    }
                },
                nothing -> Backfill.failed(nothing.failed()));
    }

    private static Backfill notReadable() {
        return Backfill.failed(new Polled.Failed(PollFailure.NOT_READABLE, Optional.empty()));
    }
}
