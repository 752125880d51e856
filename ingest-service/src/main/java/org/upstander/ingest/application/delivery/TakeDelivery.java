package org.upstander.ingest.application.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Source;

/**
 * Takes what platforms deliver: proves it on its raw bytes, reads it, stores its posts and signals,
 * and only then remembers that it was here.
 */
@ApplicationScoped
public class TakeDelivery {

    /** Slack gives three seconds for all; a memory that does not answer is done without. */
    private static final long MEMORY_MILLIS = 300;

    private final KnownSources sources;
    private final Formats formats;
    private final SeenDeliveries seen;
    private final StoreItems items;
    private final DeliveryWatch watch;

    TakeDelivery(
            KnownSources sources,
            Formats formats,
            SeenDeliveries seen,
            StoreItems items,
            DeliveryWatch watch) {
        this.sources = sources;
        this.formats = formats;
        this.seen = seen;
        this.items = items;
        this.watch = watch;
    }

    /**
     * @param traceParent W3C trace context to carry along, or null
     * @return what became of it, once everything good in it is stored; fails with {@link
     *     org.upstander.ingest.application.LogUnavailable}, or with {@link
     *     org.upstander.ingest.application.source.StoreUnavailable} where no source is known yet
     */
    public CompletionStage<Outcome> take(String sourceId, Delivery delivery, String traceParent) {
        Optional<Source> known = sources.find(sourceId);
        Optional<WebhookFormat> format = known.flatMap(source -> formats.of(source.type()));
        if (format.isEmpty()) {
            return done(new Outcome.NoSource());
        }
        Source source = known.get();
        return taken(source, format.get(), delivery, traceParent)
                .thenApply(
                        outcome -> {
                            watch.saw(source, outcome, delivery.at());
                            return outcome;
                        });
    }

    /**
     * What to say to a platform that asks whether it is welcome.
     *
     * @param query of its GET
     * @return empty where it is not
     */
    public Optional<String> welcome(String sourceId, Map<String, String> query) {
        return sources.find(sourceId)
                .flatMap(
                        source ->
                                formats.of(source.type())
                                        .flatMap(format -> format.welcome(query, source)));
    }

    private CompletionStage<Outcome> taken(
            Source source, WebhookFormat format, Delivery delivery, String traceParent) {
        Optional<Duration> pause = items.pause(source);
        if (pause.isPresent()) {
            return done(new Outcome.Flooded(pause.get()));
        }
        // Without any secret no key of ours opens them any more.
        Proof proof = format.canProve(source) ? format.proof(delivery, source) : Proof.WRONG;
        if (proof != Proof.VALID) {
            return done(new Outcome.NotProven(proof, format.ignoresUnproven()));
        }
        if (source.paused()) {
            return done(new Outcome.Paused());
        }
        Said said;
        try {
            said = format.read(delivery, source);
        } catch (Unreadable e) {
            return done(new Outcome.NotReadable(e.pointer(), e.getMessage()));
        }
        if (!(said instanceof Said.Items brought)) {
            return done(new Outcome.Heard(said));
        }
        DeliveryKey key = DeliveryKey.of(delivery, format.tellingHeaders());
        return wasSeen(source, key)
                .thenCompose(
                        before ->
                                before
                                        ? done(new Outcome.Again())
                                        : items.store(
                                                        brought,
                                                        delivery,
                                                        source,
                                                        format.wantsNoBody(),
                                                        traceParent)
                                                .<Outcome>thenApply(
                                                        outcome -> {
                                                            seen.remember(
                                                                    source.id(),
                                                                    key,
                                                                    delivery.at());
                                                            return outcome;
                                                        }));
    }

    private CompletionStage<Boolean> wasSeen(Source source, DeliveryKey key) {
        return seen.contains(source.id(), key)
                .toCompletableFuture()
                .completeOnTimeout(false, MEMORY_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(away -> false);
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
