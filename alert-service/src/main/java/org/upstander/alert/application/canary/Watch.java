package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.Canary;
import org.upstander.alert.domain.Heartbeat;

/**
 * Watches the whole system from its end: posts a canary when it is time, learns how old the last
 * one is, and tells outside. What is due is claimed by one instance for all. One that is lost on
 * the way is not posted again, since the next comes in a minute.
 */
@ApplicationScoped
public class Watch {

    private final Transactions transactions;
    private final CanaryStore store;
    private final SendCanary sendCanary;
    private final TellOutside tellOutside;
    private final CanaryAge age;
    private final Clock clock;

    Watch(
            Transactions transactions,
            CanaryStore store,
            SendCanary sendCanary,
            TellOutside tellOutside,
            CanaryAge age,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sendCanary = sendCanary;
        this.tellOutside = tellOutside;
        this.age = age;
        this.clock = clock;
    }

    private record Turn(Canary canary, boolean post, Optional<Heartbeat> heartbeat) {}

    /** One look. Fails when the database is away; then nobody outside hears anything either. */
    public Uni<Void> runOnce() {
        Instant now = clock.instant();
        return transactions
                .run(() -> claim(now))
                .invoke(turn -> age.know(turn.canary()))
                .chain(turn -> act(turn, now));
    }

    private Uni<Turn> claim(Instant now) {
        return store.read(now)
                .chain(
                        canary ->
                                sendCanary
                                        .claim(canary, now)
                                        .chain(
                                                post ->
                                                        tellOutside
                                                                .claim(canary, now)
                                                                .map(
                                                                        beat ->
                                                                                new Turn(
                                                                                        canary,
                                                                                        post,
                                                                                        beat))));
    }

    private Uni<Void> act(Turn turn, Instant now) {
        Uni<Void> posted =
                turn.post() ? sendCanary.post(now).replaceWithVoid() : Uni.createFrom().voidItem();
        Uni<Void> told =
                turn.heartbeat()
                        .map(tellOutside::tell)
                        .orElseGet(() -> Uni.createFrom().voidItem());
        return Uni.join().all(posted, told).andCollectFailures().replaceWithVoid();
    }
}
