package org.upstander.ingest.application.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/**
 * Asks sources for posts, each when its turn has come. Where it goes on moves only when Kafka has
 * what came: while Kafka is away, or after a crash, the same is asked for again.
 */
@ApplicationScoped
public class RunPolls {

    /** Longer than any answer may take, and short enough to wait for after a crash. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration UNTIL_KAFKA = Duration.ofSeconds(1);

    private final PollStore store;
    private final Pollers pollers;
    private final KnownSources sources;
    private final StorePolled posts;
    private final PollWatch watch;
    private final Clock clock;

    RunPolls(
            PollStore store,
            Pollers pollers,
            KnownSources sources,
            StorePolled posts,
            PollWatch watch,
            Clock clock) {
        this.store = store;
        this.pollers = pollers;
        this.sources = sources;
        this.posts = posts;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Asks one source whose turn it is.
     *
     * @param worker a name that no other has, also not after a restart
     * @return whether there was one. Fails as the store does
     */
    public CompletionStage<Boolean> next(String worker) {
        return next(false, worker);
    }

    /**
     * Listens to one source for a while, see {@link Poller#listens()}.
     *
     * @param worker a name that no other has, also not after a restart
     * @return whether there was one. Fails as the store does
     */
    public CompletionStage<Boolean> listen(String worker) {
        boolean any =
                sources.all().stream()
                        .anyMatch(source -> pollers.types(true).contains(source.type()));
        return any ? next(true, worker) : CompletableFuture.completedFuture(false);
    }

    private CompletionStage<Boolean> next(boolean listening, String worker) {
        Instant now = clock.instant();
        return store.claim(pollers.types(listening), !listening, worker, now, now.plus(LEASE))
                .thenCompose(
                        turn ->
                                turn.isEmpty()
                                        ? CompletableFuture.completedFuture(false)
                                        // As it is now: it may have been put anew since.
                                        : sources.refresh()
                                                .thenCompose(read -> ask(turn.get(), worker))
                                                .thenApply(asked -> true));
    }

    private CompletionStage<?> ask(PollStore.Turn turn, String worker) {
        Optional<Source> source = sources.find(turn.sourceId());
        Optional<CompletionStage<Polled>> asked =
                source.flatMap(one -> pollers.ask(one, turn.cursor()));
        if (asked.isEmpty()) {
            return store.keep(turn, worker, clock.instant().plus(UNTIL_KAFKA)); // gone meanwhile
        }
        return asked.get().thenCompose(polled -> take(polled, turn, source.get(), worker));
    }

    private CompletionStage<?> take(
            Polled polled, PollStore.Turn turn, Source source, String worker) {
        if (polled instanceof Polled.Answered answer) {
            return posts.store(source, answer)
                    .thenCompose(admissions -> further(answer, admissions, turn, source, worker))
                    .exceptionallyCompose(failure -> again(failure, turn, worker));
        }
        return failed((Polled.Failed) polled, turn, source, worker);
    }

    private CompletionStage<Boolean> further(
            Polled.Answered answer,
            List<Admission<Post>> admissions,
            PollStore.Turn turn,
            Source source,
            String worker) {
        Instant now = clock.instant();
        if (answer.lostSince() != null) {
            watch.lost(source, answer.lostSince());
        }
        watch.answered(source, admissions, now);
        Duration pace = Pace.after(answer, rhythm(source), chance());
        Duration pause = posts.pause(source).orElse(Duration.ZERO);
        return store.keep(
                new PollStore.Turn(turn.sourceId(), answer.cursor(), 0),
                worker,
                now.plus(pace.compareTo(pause) > 0 ? pace : pause));
    }

    private CompletionStage<Boolean> failed(
            Polled.Failed failed, PollStore.Turn turn, Source source, String worker) {
        Instant now = clock.instant();
        int failures = turn.failures() + 1;
        watch.failed(source, failed.why(), failures, now);
        Instant next =
                failed.why() == PollFailure.GONE
                        ? null
                        : now.plus(Pace.after(failed, failures, rhythm(source), chance()));
        return store.keep(
                new PollStore.Turn(turn.sourceId(), turn.cursor(), failures), worker, next);
    }

    /** Kafka is away, which is no fault of the source's: it is asked for the same again. */
    private CompletionStage<Boolean> again(Throwable failure, PollStore.Turn turn, String worker) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (!(cause instanceof LogUnavailable)) {
            return CompletableFuture.failedFuture(failure);
        }
        return store.keep(turn, worker, clock.instant().plus(UNTIL_KAFKA));
    }

    private Duration rhythm(Source source) {
        boolean listening = pollers.types(true).contains(source.type());
        return source.poll() == null && listening ? Pace.LISTENING : source.poll();
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
