package org.upstander.ingest.poll.websub;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.application.hub.SubscriptionStore;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Fetched;

/** Asks a hub to tell us what is new: at first, and before its lease ends. */
@ApplicationScoped
class Subscriber {

    /** Of what is left of a lease, while a hub does not agree to another. */
    private static final int ASKED_AGAIN_AFTER_A_PART = 4;

    private final SubscriptionStore store;
    private final HubCalls hubs;
    private final HubSecrets secrets;
    private final Clock clock;

    Subscriber(SubscriptionStore store, HubCalls hubs, HubSecrets secrets, Clock clock) {
        this.store = store;
        this.hubs = hubs;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What the feed said, what is remembered of its hub, what is wanted of that, and what it was
     * asked for before.
     */
    private record Look(
            Polled.Answered feed,
            HubCursor at,
            Subscription wanted,
            Optional<Subscription> before,
            Instant now) {

        /** Whether the same was wanted before. */
        boolean same() {
            return before.filter(known -> known.asks(wanted)).isPresent();
        }

        boolean settled() {
            return same() && before.get().isSettled(now);
        }

        boolean denied() {
            return before.filter(known -> known.deniedAt() != null).isPresent();
        }

        /** What the feed said, and the hub is looked after when that time has passed. */
        Polled answer(boolean asked, Duration earliest) {
            return new Polled.Answered(feed.items(), at.asked(asked).write(), false, earliest);
        }

        /** What the feed said, and the next turn at once. */
        Polled answer(HubCursor next) {
            return new Polled.Answered(feed.items(), next.write(), true, Duration.ZERO);
        }
    }

    /**
     * @param at with the hub that the feed names
     * @param feed what the feed said
     */
    CompletionStage<Polled> keep(Source source, HubCursor at, Polled.Answered feed) {
        List<String> signing = secrets.of(source);
        if (signing.isEmpty()) {
            return done(failed(PollFailure.REFUSED)); // there is no key of the operator's
        }
        String secret = signing.get(0);
        Instant now = clock.instant();
        Subscription wanted =
                Subscription.wanted(
                        source.id(),
                        at.topic(),
                        at.hub(),
                        source.settings().callback(),
                        secrets.mark(secret),
                        now);
        return store.find(source.id(), at.topic())
                .thenCompose(known -> keep(new Look(feed, at, wanted, known, now), secret));
    }

    private CompletionStage<Polled> keep(Look look, String secret) {
        if (look.settled()) {
            Instant renewal = look.before().get().renewAt();
            return done(look.answer(false, Duration.between(look.now(), renewal)));
        }
        boolean inHand = !look.feed().items().isEmpty() && !look.denied();
        if (inHand && !look.at().justHandedOn(look.now())) {
            // A hub that fails must not hold it up.
            return done(look.answer(look.at().handedOn(look.now())));
        }
        return store.asking(look.wanted())
                .thenCompose(noted -> hubs.subscribe(look.wanted(), secret))
                .thenCompose(no -> no.isPresent() ? done(failed(no.get())) : afterItTook(look));
    }

    private CompletionStage<Polled> afterItTook(Look look) {
        return store.find(look.wanted().sourceId(), look.wanted().topic())
                .thenApply(after -> taken(look, after.orElse(look.wanted())));
    }

    /** It took it, and asks whether we meant it: some at once, some later. */
    private Polled taken(Look look, Subscription after) {
        Instant now = clock.instant();
        if (after.isSettled(now)) {
            // What came before it agreed, nobody tells us: the feed is asked once more.
            return look.answer(look.at().asked(false));
        }
        if (after.deniedAt() != null) {
            return failed(PollFailure.REFUSED);
        }
        if (after.isActive(now)) {
            Duration left = Duration.between(now, after.until());
            return look.answer(true, left.dividedBy(ASKED_AGAIN_AFTER_A_PART));
        }
        boolean again = look.same() && look.at().asked();
        return again ? failed(PollFailure.TIMEOUT) : look.answer(true, Duration.ZERO);
    }

    /** Another hub may be named when this one is gone. */
    private static Polled failed(Fetched.Nothing nothing) {
        PollFailure why = nothing.why() == PollFailure.GONE ? PollFailure.ERROR : nothing.why();
        return new Polled.Failed(why, nothing.pause());
    }

    private static Polled failed(PollFailure why) {
        return new Polled.Failed(why, Optional.empty());
    }

    private static CompletionStage<Polled> done(Polled polled) {
        return CompletableFuture.completedFuture(polled);
    }
}
