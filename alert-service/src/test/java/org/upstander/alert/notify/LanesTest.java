package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;

class LanesTest {

    private static final DeliveryResult DONE = Results.delivered("ok");
    private static final DeliveryResult LATE = Results.again(FailureKind.TIMEOUT);

    private final Lanes lanes = new Lanes(2, Duration.ofSeconds(20));

    /** What was sent and not answered yet. */
    private final List<UniEmitter<? super DeliveryResult>> open = new ArrayList<>();

    private final List<DeliveryResult> results = new ArrayList<>();

    @Test
    void aFullLaneQueuesAndAnAnswerCallsTheNext() {
        // Given
        send("a");
        send("a");
        send("a");
        assertThatSent(2);
        // When
        answer(0, DONE);
        // Then
        assertThatSent(3);
        answer(1, DONE);
        answer(2, DONE);
        assertThat(results).containsExactly(DONE, DONE, DONE);
        assertThat(lanes.size()).isZero();
    }

    @Test
    void aFullLaneDoesNotHoldUpAnother() {
        // Given
        send("black-hole");
        send("black-hole");
        send("black-hole");
        // When
        send("b");
        answer(2, DONE);
        // Then
        assertThat(results).containsExactly(DONE);
    }

    @Test
    void whenOneTimesOutAllThatQueueMoveOnAtOnce() {
        // Given
        send("a");
        send("a");
        send("a");
        send("a");
        // When
        answer(0, LATE);
        // Then
        assertThatSent(2);
        assertThat(results).containsExactly(LATE, LATE, LATE);
    }

    @Test
    void aSuspectLaneTriesOneAtATimeUntilItAnswers() {
        // Given
        send("a");
        answer(0, LATE);
        results.clear();
        // When
        send("a");
        send("a");
        // Then
        assertThatSent(2);
        assertThat(results).containsExactly(LATE);
        // When
        answer(1, Results.again(FailureKind.SERVER_ERROR));
        send("a");
        send("a");
        // Then
        assertThatSent(4);
    }

    @Test
    void whoGivesUpInTheQueueIsNotSent() {
        // Given
        send("a");
        send("a");
        Cancellable third = send("a");
        // When
        third.cancel();
        answer(0, DONE);
        // Then
        assertThatSent(2);
        answer(1, DONE);
        assertThat(lanes.size()).isZero();
    }

    @Test
    void whoGivesUpUnderWayStillLeavesTheLane() {
        // Given
        Cancellable first = send("a");
        send("a");
        send("a");
        // When
        first.cancel();
        answer(0, DONE);
        // Then
        assertThatSent(3);
    }

    @Test
    void whoQueuesTooLongIsToldTimeout() {
        // Given
        Lanes impatient = new Lanes(1, Duration.ofMillis(50));
        impatient
                .in("a", Deadline.NEVER, deadline -> Uni.createFrom().nothing())
                .subscribe()
                .with(results::add);
        // When
        DeliveryResult result =
                impatient
                        .in("a", Deadline.NEVER, deadline -> Uni.createFrom().item(DONE))
                        .await()
                        .atMost(Duration.ofSeconds(5));
        // Then
        assertThat(result).isEqualTo(LATE);
    }

    @Test
    void aFailureIsAResultAndLeavesTheLane() {
        // When
        DeliveryResult result =
                lanes.in(
                                "a",
                                Deadline.NEVER,
                                deadline -> Uni.createFrom().failure(new IllegalStateException()))
                        .await()
                        .atMost(Duration.ofSeconds(5));
        // Then
        assertThat(result).isEqualTo(Results.again(FailureKind.OTHER));
        assertThat(lanes.size()).isZero();
    }

    @Test
    void theResultArrivesOnTheContextOfTheOneWhoWantedIt() throws Exception {
        // Given
        Vertx vertx = Vertx.vertx();
        Context mine = vertx.getOrCreateContext();
        CompletableFuture<Context> arrived = new CompletableFuture<>();
        send("a");
        send("a");
        // When
        mine.runOnContext(
                x -> {
                    lanes.in("a", Deadline.NEVER, deadline -> Uni.createFrom().item(DONE))
                            .subscribe()
                            .with(result -> arrived.complete(Vertx.currentContext()));
                    new Thread(() -> answer(0, DONE)).start();
                });
        // Then
        assertThat(arrived.get(5, TimeUnit.SECONDS)).isSameAs(mine);
        vertx.close();
    }

    private Cancellable send(String lane) {
        return lanes.in(lane, Deadline.NEVER, deadline -> Uni.createFrom().emitter(open::add))
                .subscribe()
                .with(results::add);
    }

    private void answer(int index, DeliveryResult result) {
        open.get(index).complete(result);
    }

    private void assertThatSent(int count) {
        assertThat(open).hasSize(count);
    }
}
