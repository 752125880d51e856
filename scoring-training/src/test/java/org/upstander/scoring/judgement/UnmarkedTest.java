package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnmarkedTest {

    @Test
    void shouldLeaveNothingThatTellsWhomItIsAbout() {
        // Given: [CLS] TARGET YOU you OTHER word
        EncoderTokens marked =
                new EncoderTokens(
                        new long[] {101, MarkedText.TARGET, MarkedText.YOU, 2017, 2, 3000},
                        new long[6],
                        new int[] {-1, 0, 4, 5, 9, 14},
                        new int[] {-1, 3, 4, 7, 13, 18},
                        new boolean[] {false, true, true, false, false, false});

        // When
        EncoderTokens plain = Unmarked.of(marked);

        // Then
        assertThat(plain.ids())
                .containsExactly(101, MarkedText.OTHER, 2017, MarkedText.OTHER, 3000);
        assertThat(plain.starts()).containsExactly(-1, 0, 5, 9, 14);
        assertThat(plain.hasTarget()).isFalse();
    }
}
