package org.upstander.scoring.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLetterLimitTest {
    private final DeadLetterLimit limit = new DeadLetterLimit(100, 50);

    @Test
    void aHundredInARowAreAdmittedAndNotOneMore() {
        assertThat(admitted(200)).isEqualTo(100);
    }

    @Test
    void oneThatPassesEndsTheRow() {
        // Given
        admitted(100);
        // When
        limit.passed();
        // Then
        assertThat(limit.admits()).isTrue();
    }

    @Test
    void fiftyInTheLastThousandAreAdmittedOnceSoManyWereRead() {
        // Given
        pass(DeadLetterLimit.WINDOW);
        // When
        long admitted = IntStream.range(0, 60).filter(i -> admitAndPass()).count();
        // Then
        assertThat(admitted).isEqualTo(50);
    }

    @Test
    void oldOnesLeaveTheWindow() {
        // Given
        pass(DeadLetterLimit.WINDOW);
        admitted(50);
        assertThat(limit.admits()).isFalse();
        // When
        pass(DeadLetterLimit.WINDOW);
        // Then
        assertThat(admitted(200)).isEqualTo(50);
    }

    @Test
    void whatACopyCountsCountsWhenItIsAdopted() {
        // Given
        DeadLetterLimit copy = limit.copy();
        IntStream.range(0, 100).forEach(i -> copy.admits());
        // When, Then
        assertThat(limit.admits()).isTrue();
        limit.adopt(copy);
        assertThat(limit.admits()).isFalse();
    }

    private boolean admitAndPass() {
        boolean admitted = limit.admits();
        limit.passed();
        return admitted;
    }

    private long admitted(int of) {
        return IntStream.range(0, of).filter(i -> limit.admits()).count();
    }

    private void pass(int count) {
        IntStream.range(0, count).forEach(i -> limit.passed());
    }
}
