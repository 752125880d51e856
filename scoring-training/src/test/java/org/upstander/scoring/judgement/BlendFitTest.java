package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlendFitTest {

    @Test
    void shouldFindTheWeightsThatMadeTheAnswers() {
        // Given
        Blend wanted = new Blend("v", 0.8f, 0.3f, -0.4f);
        Random random = new Random(5);
        BlendFit fit = new BlendFit();
        for (int i = 0; i < 20_000; i++) {
            double encoder = 3 * random.nextGaussian();
            double linear = 2 * random.nextGaussian();
            fit.add(encoder, linear, random.nextDouble() < wanted.attack(encoder, linear));
        }

        // When
        Blend found = fit.fit("v");

        // Then
        assertThat(found.encoder()).isCloseTo(0.8f, within(0.05f));
        assertThat(found.linear()).isCloseTo(0.3f, within(0.05f));
        assertThat(found.offset()).isCloseTo(-0.4f, within(0.07f));
    }
}
