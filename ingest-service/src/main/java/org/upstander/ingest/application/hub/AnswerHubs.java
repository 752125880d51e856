package org.upstander.ingest.application.hub;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.DeliveryWatch;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.source.KnownSources;

/**
 * Answers hubs that ask whether we meant what they were asked for (WebSub, 5.3). Anybody can ask
 * so: it counts only what we asked for ourselves, and for no longer than that.
 */
@ApplicationScoped
public class AnswerHubs {

    /** What hubs are asked for; they may agree to less. */
    public static final Duration LEASE = Duration.ofDays(10);

    /** A third of a lease is left for hubs, and feeds, that are away for a while. */
    private static final int RENEWED_AFTER_THIRDS = 2;

    /** As after failures of asking. */
    private static final Duration AFTER_A_DENIAL = Duration.ofHours(1);

    /** Given back as plain text: nothing that anybody could take for markup. */
    private static final Pattern CHALLENGE = Pattern.compile("[!-;=?-~]{1,1024}");

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,8}");

    private final KnownSources sources;
    private final SubscriptionStore store;
    private final DeliveryWatch watch;
    private final Clock clock;

    AnswerHubs(KnownSources sources, SubscriptionStore store, DeliveryWatch watch, Clock clock) {
        this.sources = sources;
        this.store = store;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * @param query of the hub's GET
     * @return the text that it wants to read; empty where we did not ask for that. Fails with
     *     {@link org.upstander.ingest.application.source.StoreUnavailable}
     */
    public CompletionStage<Optional<String>> answer(String sourceId, Map<String, String> query) {
        String mode = query.getOrDefault("hub.mode", "");
        String topic = query.getOrDefault("hub.topic", "");
        if (mode.isEmpty() || topic.isEmpty() || (sourceId + topic).indexOf('\0') >= 0) {
            return no();
        }
        return store.find(sourceId, topic)
                .thenCompose(
                        found ->
                                found.filter(one -> one.knows(query))
                                        .map(one -> answer(one, mode, query))
                                        .orElseGet(AnswerHubs::no));
    }

    private CompletionStage<Optional<String>> answer(
            Subscription one, String mode, Map<String, String> query) {
        Optional<String> challenge =
                Optional.ofNullable(query.get("hub.challenge"))
                        .filter(given -> CHALLENGE.matcher(given).matches());
        return switch (mode) {
            case "subscribe" -> challenge.isPresent() ? agreed(one, query, challenge) : no();
            case "unsubscribe" ->
                    challenge.isPresent() && one.leaving()
                            ? store.forget(one).thenApply(done -> challenge)
                            : no();
            case "denied" -> one.leaving() ? no() : denied(one);
            default -> no();
        };
    }

    private CompletionStage<Optional<String>> agreed(
            Subscription one, Map<String, String> query, Optional<String> challenge) {
        Instant now = clock.instant();
        if (!one.isPending()) {
            // It makes sure once more; when it is asked again is settled already.
            return one.isActive(now) ? CompletableFuture.completedFuture(challenge) : no();
        }
        Duration lease = lease(query.get("hub.lease_seconds"));
        return store.agreed(
                        one,
                        now,
                        now.plus(lease.multipliedBy(RENEWED_AFTER_THIRDS).dividedBy(3)),
                        now.plus(lease))
                .thenApply(done -> challenge);
    }

    /** As it says, but no longer than we asked for: a longer one would put off our renewal. */
    private static Duration lease(String seconds) {
        if (seconds == null || !SECONDS.matcher(seconds).matches()) {
            return LEASE;
        }
        Duration said = Duration.ofSeconds(Long.parseLong(seconds));
        return said.compareTo(LEASE) < 0 ? said : LEASE;
    }

    private CompletionStage<Optional<String>> denied(Subscription one) {
        Instant now = clock.instant();
        return store.denied(one, now, now.plus(AFTER_A_DENIAL))
                .thenApply(
                        done -> {
                            Outcome refusal = new Outcome.Heard(new Said.Gap(Said.Cause.REFUSED));
                            sources.find(one.sourceId())
                                    .ifPresent(source -> watch.saw(source, refusal, now));
                            return Optional.of("");
                        });
    }

    private static CompletionStage<Optional<String>> no() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
