package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final List<UniEmitter<? super Integer>> rounds = new ArrayList<>();
    private final Worker worker = new Worker("test", () -> Uni.createFrom().emitter(rounds::add));

    @Test
    void itWorksOnWhileThereIsWork() {
        worker.run();
        rounds.get(0).complete(3);
        assertThat(rounds).hasSize(2);

        rounds.get(1).complete(0);
        assertThat(rounds).hasSize(2);
    }

    @Test
    void calledWhileItWorksItLooksOnceMore() {
        worker.run();
        worker.run();
        worker.run();
        assertThat(rounds).hasSize(1);

        rounds.get(0).complete(0);
        assertThat(rounds).hasSize(2);
        rounds.get(1).complete(0);
        assertThat(rounds).hasSize(2);
    }

    @Test
    void aFailureWaitsForTheNextCall() {
        worker.run();
        rounds.get(0).fail(new IllegalStateException());
        assertThat(rounds).hasSize(1);

        worker.run();
        assertThat(rounds).hasSize(2);
    }
}
