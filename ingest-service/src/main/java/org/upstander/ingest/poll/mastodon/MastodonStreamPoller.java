package org.upstander.ingest.poll.mastodon;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Fetch;
import org.upstander.ingest.fetch.Heard;
import org.upstander.ingest.fetch.Listen;
import org.upstander.ingest.fetch.Patience;

/**
 * A stream of a Mastodon instance, by server-sent events. These replay nothing, so each listening
 * also asks the timeline what came since the last one, and does so once it hears.
 */
@ApplicationScoped
class MastodonStreamPoller implements Poller {

    private static final Needs NEEDS = new Needs(Needs.Secret.REQUIRED, true);

    /** Each listening asks three times, and an instance answers 300 times in five minutes. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final Listen listen;
    private final Fetch fetch;
    private final Clock clock;

    MastodonStreamPoller(Listen listen, Fetch fetch, Clock clock) {
        this.listen = listen;
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "mastodon-stream";
    }

    @Override
    public Needs needs() {
        return NEEDS;
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Optional<Timeline> timeline = Timeline.of(source.url());
        if (timeline.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Polled.Failed(PollFailure.ERROR, Optional.empty()));
        }
        MastodonCursor at = MastodonCursor.read(cursor).of(source.url());
        Pages pages = new Pages(fetch, clock, source, timeline.get());
        StreamEar ear = new StreamEar(source, at, () -> pages.since(at));
        return listen.events(Pages.asked(timeline.get().stream(), source), PATIENCE, ear)
                .thenCompose(
                        heard ->
                                ear.before() == null
                                        ? CompletableFuture.completedFuture(heard.failed())
                                        : ear.before()
                                                .thenApply(
                                                        before -> polled(heard, ear, before, at)));
    }

    private static Polled polled(Heard heard, StreamEar ear, Backfill before, MastodonCursor at) {
        if (before.failed() != null) {
            return before.failed();
        }
        List<StreamEar.Streamed> streamed =
                ear.streamed().stream().filter(one -> before.whole() || one.again()).toList();
        News news = new News();
        if (!at.isNew()) {
            before.statuses().stream().filter(status -> !at.knows(status)).forEach(news::take);
        }
        streamed.forEach(news::take);
        if (heard.broken().isPresent() && news.isEmpty()) {
            return heard.failed();
        }
        return new Polled.Answered(
                news.posts,
                news.boosts,
                next(before, streamed, at).write(),
                true,
                Duration.ZERO,
                null);
    }

    /** What was streamed behind a page that was not asked for yet is not known: it comes by it. */
    private static MastodonCursor next(
            Backfill before, List<StreamEar.Streamed> streamed, MastodonCursor at) {
        MastodonCursor asked = at.after(before.statuses());
        return before.whole()
                ? asked.after(
                        streamed.stream()
                                .map(StreamEar.Streamed::status)
                                .filter(Objects::nonNull)
                                .toList())
                : asked;
    }

    /** What is new, each status once. */
    private static final class News {

        private final List<Handed<Draft.OfPost>> posts = new ArrayList<>();
        private final List<Draft.OfSignal> boosts = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        void take(StreamEar.Streamed one) {
            if (one.status() != null) {
                take(one.status());
            } else {
                posts.add(one.item()); // a deletion, or what could not be read
            }
        }

        void take(Statuses.Status status) {
            if (!status.isOurs() || !taken.add(status.id() + " " + status.edited())) {
                return;
            }
            if (status.boost() == null) {
                posts.add(status.item());
            } else {
                boosts.add(status.boost());
            }
        }

        boolean isEmpty() {
            return posts.isEmpty() && boosts.isEmpty();
        }
    }
}
