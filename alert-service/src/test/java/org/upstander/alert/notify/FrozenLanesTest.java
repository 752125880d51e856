package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;

/** A process that stands still: its clock goes on, its timers do not. */
class FrozenLanesTest {

    private static final DeliveryResult DONE = Results.delivered("ok");
    private static final DeliveryResult LATE = Results.again(FailureKind.TIMEOUT);

    private final List<DeliveryResult> results = new ArrayList<>();

    @Test
    void whoseTurnComesAfterItsTimeIsNotSentThoughNoTimerRang() {
        // Given: a process that stands still, its timers with it
        AtomicLong now = new AtomicLong();
        Lanes frozen = new Lanes(1, Duration.ofHours(1), now::get);
        List<UniEmitter<? super DeliveryResult>> under = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            frozen.in("a", Deadline.NEVER, deadline -> Uni.createFrom().emitter(under::add))
                    .subscribe()
                    .with(results::add);
        }
        // When
        now.set(Duration.ofMinutes(61).toNanos());
        under.get(0).complete(DONE);
        // Then
        assertThat(under).hasSize(1);
        assertThat(results).containsExactlyInAnyOrder(DONE, LATE, LATE);
        assertThat(frozen.size()).isZero();
    }

    @Test
    void theTimeOfARequestRunsWhileItsContextDoesNotComeToIt() throws Exception {
        // Given: a process that stands still between the turn of a request and its first line
        Vertx vertx = Vertx.vertx();
        AtomicLong now = new AtomicLong();
        Lanes frozen = new Lanes(1, Duration.ofSeconds(20), now::get);
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        // When
        vertx.getOrCreateContext()
                .runOnContext(
                        x -> {
                            frozen.in(
                                            "a",
                                            Deadline.NEVER,
                                            deadline -> {
                                                late.complete(deadline.passed());
                                                return Uni.createFrom().item(DONE);
                                            })
                                    .subscribe()
                                    .with(results::add);
                            now.set(Duration.ofSeconds(65).toNanos());
                        });
        // Then
        assertThat(late.get(5, TimeUnit.SECONDS)).isTrue();
        vertx.close();
    }

    @Test
    void whatSomebodyElseMayHaveSentIsTooLateThoughItsTimeInTheLaneBeginsOnlyNow() {
        // Given: a process that stood still between the look at its lease and the lane
        AtomicLong now = new AtomicLong();
        Deadline lease = Deadline.in(Duration.ofSeconds(13), now::get);
        now.set(Duration.ofSeconds(65).toNanos());
        Lanes woken = new Lanes(1, Duration.ofSeconds(20), now::get);
        List<Boolean> late = new ArrayList<>();
        // When
        woken.in(
                        "a",
                        lease,
                        deadline -> {
                            late.add(deadline.passed());
                            return Uni.createFrom().item(DONE);
                        })
                .subscribe()
                .with(results::add);
        // Then
        assertThat(late).containsExactly(true);
    }
}
