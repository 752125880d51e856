package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GatheredPollsTest {

    private final List<List<String>> groups = new ArrayList<>();
    private final Deque<UniEmitter<? super Void>> handled = new ArrayDeque<>();
    private final GatheredPolls<String> polls =
            new GatheredPolls<>(
                    3,
                    String::length,
                    group -> {
                        groups.add(group);
                        return Uni.createFrom().<Void>emitter(handled::addLast);
                    });

    private CompletableFuture<Void> add(String poll) {
        return polls.add(poll).subscribeAsCompletionStage();
    }

    private void done() {
        handled.remove().complete(null);
    }

    @Test
    void theFirstIsHandledAtOnceAndWhatComesMeanwhileTogether() {
        // Given
        assertThat(add("a")).isCompleted();
        assertThat(add("b")).isCompleted();
        assertThat(add("c")).isCompleted();
        assertThat(groups).containsExactly(List.of("a"));
        // When
        done();
        // Then
        assertThat(groups).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aGroupHasItsLimitAndWhatIsLongerIsAlone() {
        // Given
        add("a");
        add("bb");
        add("cccc");
        add("d");
        // When
        done();
        done();
        done();
        done();
        // Then
        assertThat(groups)
                .containsExactly(List.of("a"), List.of("bb"), List.of("cccc"), List.of("d"));
        assertThat(handled).isEmpty();
    }

    @Test
    void noMoreAreTakenThanThereIsRoomFor() {
        // Given
        add("a");
        CompletableFuture<Void> two = add("bb");
        CompletableFuture<Void> full = add("c");
        assertThat(two).isCompleted();
        assertThat(full).isNotDone();
        // When
        done();
        // Then
        assertThat(full).isCompleted();
        assertThat(add("d")).isCompleted();
    }

    @Test
    void oneThatFillsItAloneIsNotHeldUpWhenItIsHandledAtOnce() {
        assertThat(add("aaaaa")).isCompleted();
        assertThat(add("bbbbb")).isNotDone();
    }

    @Test
    void afterAFailureNothingMoreIsHandled() {
        // Given
        add("a");
        add("b");
        // When
        handled.remove().fail(new IllegalStateException("no"));
        add("c");
        // Then
        assertThat(groups).containsExactly(List.of("a"));
    }
}
