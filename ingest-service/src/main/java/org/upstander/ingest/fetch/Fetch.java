package org.upstander.ingest.fetch;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.AddressRules;
import org.upstander.outbound.NameService;
import org.upstander.outbound.RetryAfter;
import org.upstander.outbound.TargetGuard;

/**
 * Asks places on the web: only where {@link TargetGuard} lets it, also after a redirect, with a
 * limit of time and of size.
 */
@ApplicationScoped
public class Fetch {

    private static final int REDIRECTS = 3;
    private static final int READERS = 4;

    private final TargetGuard guard;
    private final PinnedHttp http;
    private final Clock clock;
    private final WorkerExecutor readers;
    private final long deadlineMillis;

    @Inject
    Fetch(FetchConfig config, NameService names, Vertx vertx, Clock clock) {
        this.guard = guard(config, names);
        this.http = new PinnedHttp(vertx, config);
        this.clock = clock;
        this.readers = vertx.createSharedWorkerExecutor("fetch-readers", READERS);
        this.deadlineMillis = config.timeout().toMillis();
    }

    static TargetGuard guard(FetchConfig config, NameService names) {
        return new TargetGuard(
                names,
                AddressRules.letting(config.privateTargets().orElse(List.of())),
                config.ports());
    }

    /**
     * Asks, and has the answer read on a thread that may block.
     *
     * @param reader gets an answer of 200 to 299, or 304; must not throw
     * @param otherwise what there is where none came
     * @return never fails
     */
    public <T> CompletionStage<T> get(
            Ask ask, Function<Fetched.Answer, T> reader, Function<Fetched.Nothing, T> otherwise) {
        return asked(ask).thenCompose(fetched -> read(fetched, reader, otherwise));
    }

    /**
     * Fills in a form.
     *
     * @return why it was not taken; empty where it was (200 to 299). Never fails
     */
    public CompletionStage<Optional<Fetched.Nothing>> post(String url, Map<String, String> fields) {
        return asked(Ask.filledIn(url, fields))
                .thenApply(
                        fetched ->
                                fetched instanceof Fetched.Nothing nothing
                                        ? Optional.of(nothing)
                                        : Optional.empty());
    }

    private CompletionStage<Fetched> asked(Ask ask) {
        return hop(ask, null, true, REDIRECTS)
                .toCompletableFuture()
                .orTimeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> nothing(PinnedHttp.why(failure)));
    }

    private <T> CompletionStage<T> read(
            Fetched fetched,
            Function<Fetched.Answer, T> reader,
            Function<Fetched.Nothing, T> otherwise) {
        if (fetched instanceof Fetched.Nothing nothing) {
            return CompletableFuture.completedFuture(otherwise.apply(nothing));
        }
        return readers.executeBlocking(
                        () -> {
                            Optional<Fetched.Answer> unpacked =
                                    Unpacked.of((Fetched.Answer) fetched, http.maxBytes());
                            return unpacked.map(reader)
                                    .orElseGet(
                                            () ->
                                                    otherwise.apply(
                                                            nothing(PollFailure.NOT_READABLE)));
                        },
                        false)
                .toCompletionStage();
    }

    /**
     * @param moved where it lies for good as far as is known, or null
     * @param forGood whether all redirects so far were
     */
    private CompletionStage<Fetched> hop(Ask ask, String moved, boolean forGood, int left) {
        return guard.check(ask.url(), 1)
                .subscribeAsCompletionStage()
                .thenCompose(
                        target ->
                                target.isEmpty()
                                        ? done(nothing(PollFailure.BLOCKED))
                                        : http.send(target.get(), ask)
                                                .thenCompose(
                                                        got ->
                                                                got(
                                                                        got, ask, moved, forGood,
                                                                        left)));
    }

    private CompletionStage<Fetched> got(
            PinnedHttp.Got got, Ask ask, String moved, boolean forGood, int left) {
        return switch (got.status()) {
            case 308 -> redirect(got, ask, moved, forGood, left);
            case 307 -> redirect(got, ask, moved, false, left);
            case 301 -> redirectOfReading(got, ask, moved, forGood, left);
            case 302, 303 -> redirectOfReading(got, ask, moved, false, left);
            default -> done(judged(got, moved));
        };
    }

    /** Behind these lies something to read: what is filled in would be lost on the way. */
    private CompletionStage<Fetched> redirectOfReading(
            PinnedHttp.Got got, Ask ask, String moved, boolean forGood, int left) {
        return ask.form() == null
                ? redirect(got, ask, moved, forGood, left)
                : done(nothing(PollFailure.ERROR));
    }

    private CompletionStage<Fetched> redirect(
            PinnedHttp.Got got, Ask ask, String moved, boolean forGood, int left) {
        Optional<String> to = resolved(ask.url(), got.header("location"));
        if (to.isEmpty() || left == 0) {
            return done(nothing(PollFailure.ERROR));
        }
        return hop(elsewhere(ask, to.get()), forGood ? to.get() : moved, forGood, left - 1);
    }

    /** What we prove ourselves with is for the place that was named, and no other. */
    private static Ask elsewhere(Ask ask, String url) {
        Map<String, String> headers =
                TargetGuard.laneOf(ask.url()).equals(TargetGuard.laneOf(url))
                        ? ask.headers()
                        : ask.headers().entrySet().stream()
                                .filter(header -> Ask.HARMLESS.contains(header.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Ask(url, headers, ask.form());
    }

    private static Optional<String> resolved(String base, String location) {
        try {
            return Optional.ofNullable(location)
                    .map(to -> URI.create(base).resolve(to.strip()).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Fetched judged(PinnedHttp.Got got, String moved) {
        int status = got.status();
        if (status >= 200 && status < 300 || status == 304) {
            return got.whole()
                    ? new Fetched.Answer(status, got.headers(), got.body(), moved)
                    : nothing(PollFailure.TOO_LARGE);
        }
        return new Fetched.Nothing(
                why(status), RetryAfter.read(got.header("retry-after"), clock.instant()));
    }

    static PollFailure why(int status) {
        return switch (status) {
            case 401, 403, 407 -> PollFailure.REFUSED;
            case 410 -> PollFailure.GONE;
            case 425, 429 -> PollFailure.RATE_LIMITED;
            default -> PollFailure.ERROR;
        };
    }

    private static Fetched.Nothing nothing(PollFailure why) {
        return new Fetched.Nothing(why, Optional.empty());
    }

    private static CompletionStage<Fetched> done(Fetched fetched) {
        return CompletableFuture.completedFuture(fetched);
    }

    @PreDestroy
    void close() {
        http.close();
        readers.close();
    }
}
