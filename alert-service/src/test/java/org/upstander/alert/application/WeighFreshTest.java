package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.WeighFresh.Weighed;
import org.upstander.alert.application.pattern.NoHistory;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;

/** What is weighed ahead of its transaction counts as long as nothing of it is recorded. */
class WeighFreshTest {

    private static final List<Assessment> BOTH = List.of(attack("1"), attack("2"));

    private final MemoryEngine.MovingClock clock = new MemoryEngine.MovingClock();
    private final Set<String> recorded = new HashSet<>();
    private final Deque<CompletableFuture<Set<String>>> asked = new ArrayDeque<>();
    private final CompletableFuture<Void> company = new CompletableFuture<>();
    private final WeighFresh weighFresh =
            new WeighFresh(MemoryEngine.AT_ONCE, new Recorded(), NoHistory.weighing(), clock);

    @Test
    void whatIsStillNewIsNotWeighedAgain() {
        // Given
        Weighed ahead = ahead();
        // When
        Weighed now = still(ahead);
        // Then
        assertThat(now).isSameAs(ahead);
        assertThat(now.fresh()).isEqualTo(BOTH);
        assertThat(now.seen().counted()).hasSize(2);
    }

    @Test
    void whatSomebodyRecordedMeanwhileIsWeighedWithoutIt() {
        // Given
        Weighed ahead = ahead();
        recorded.add("as1");
        // When
        Weighed now = still(ahead);
        // Then
        assertThat(now.fresh()).containsExactly(BOTH.get(1));
        assertThat(now.seen().counted()).extracting(Assessment::id).containsExactly("as2");
    }

    @Test
    void whatIsReadBeforeTheWaitIsOverHoldsNothingUp() {
        // Given
        CompletableFuture<Weighed> ahead = begin();
        clock.forward(Duration.ofMillis(7));
        asked.remove().complete(Set.of());
        assertThat(ahead).isNotDone();
        // When
        clock.forward(Duration.ofMillis(3));
        company.complete(null);
        // Then
        assertThat(ahead.join().cost().heldUp()).isZero();
        assertThat(ahead.join().cost().worked()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void whatIsReadAfterwardsHoldsItUpForAsLong() {
        // Given
        CompletableFuture<Weighed> ahead = begin();
        clock.forward(Duration.ofMillis(10));
        company.complete(null);
        assertThat(ahead).isNotDone();
        // When
        clock.forward(Duration.ofMillis(4));
        asked.remove().complete(Set.of());
        // Then
        assertThat(ahead.join().cost().heldUp()).isEqualTo(Duration.ofMillis(4));
    }

    private Weighed ahead() {
        CompletableFuture<Weighed> ahead = begin();
        asked.remove().complete(Set.copyOf(recorded));
        company.complete(null);
        return ahead.join();
    }

    private CompletableFuture<Weighed> begin() {
        return weighFresh
                .ahead(BOTH, Uni.createFrom().completionStage(company), clock.instant())
                .subscribeAsCompletionStage();
    }

    private Weighed still(Weighed ahead) {
        CompletableFuture<Weighed> still =
                weighFresh.still(ahead, BOTH, clock.instant()).subscribeAsCompletionStage();
        while (!asked.isEmpty()) {
            asked.remove().complete(Set.copyOf(recorded));
        }
        return still.join();
    }

    private final class Recorded extends ForgetfulAssessments {

        @Override
        public Uni<Set<String>> recorded(Collection<String> ids) {
            CompletableFuture<Set<String>> answer = new CompletableFuture<>();
            asked.add(answer);
            return Uni.createFrom().completionStage(answer);
        }
    }

    private static Assessment attack(String id) {
        return Attacks.by("heath", id, Verdict.ATTACK, 2, Instant.EPOCH);
    }
}
