package org.upstander.ingest.application.poll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;

/** The types of sources that are asked. */
public final class Pollers {

    private static final System.Logger LOG = System.getLogger(Pollers.class.getName());

    private final Map<String, Poller> byType;

    /**
     * @param pollers each of another type
     */
    public Pollers(List<Poller> pollers) {
        byType =
                pollers.stream()
                        .collect(Collectors.toUnmodifiableMap(Poller::type, Function.identity()));
    }

    /**
     * Asks a source once.
     *
     * @param cursor what the last answer said, empty for the first time
     * @return empty where sources of its type are not asked. The stage never fails: an answer that
     *     we stumble over must not hide that posts are missing
     */
    public Optional<CompletionStage<Polled>> ask(Source source, String cursor) {
        return asked(source, poller -> poller.poll(source, cursor));
    }

    /** The same as for the first time, without leaving anything behind. */
    Optional<CompletionStage<Polled>> probe(Source source) {
        return asked(source, poller -> poller.probe(source));
    }

    private Optional<CompletionStage<Polled>> asked(
            Source source, Function<Poller, CompletionStage<Polled>> how) {
        return Optional.ofNullable(byType.get(source.type()))
                .map(poller -> ask(poller, source, how));
    }

    private static CompletionStage<Polled> ask(
            Poller poller, Source source, Function<Poller, CompletionStage<Polled>> how) {
        if (poller.needs().secret() == Needs.Secret.REQUIRED && source.secrets().isEmpty()) {
            // They were sealed with a key that this service has no longer.
            return CompletableFuture.completedFuture(failed(PollFailure.REFUSED));
        }
        return CompletableFuture.completedFuture(poller)
                .thenCompose(how)
                .exceptionally(fault -> stumbled(source, fault));
    }

    private static Polled stumbled(Source source, Throwable fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        // No message: it may quote the answer.
        LOG.log(
                System.Logger.Level.ERROR,
                "asking the source {0} failed: {1}",
                source.id(),
                cause.getClass().getName());
        return failed(PollFailure.FAULT);
    }

    private static Polled failed(PollFailure why) {
        return new Polled.Failed(why, Optional.empty());
    }

    public Set<String> types() {
        return byType.keySet();
    }

    /**
     * @param listening whether those that listen, or those that answer at once
     */
    Set<String> types(boolean listening) {
        return byType.values().stream()
                .filter(poller -> poller.listens() == listening)
                .map(Poller::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By type. */
    public Map<String, Needs> needs() {
        return byType.values().stream()
                .collect(Collectors.toUnmodifiableMap(Poller::type, Poller::needs));
    }
}
