package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.post;

import org.junit.jupiter.api.Test;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.text.Folding;

class SpamFilterTest {
    private static final String TEXT = "best followers for your channel, ask me how it works";

    @Test
    void shouldTakeForSpamWhatReadsALittleLikeItAndIsSaidInManyPlaces() {
        SpamFilter filter = filter(0.5);

        assertThat(isSpam(filter, said("ann", "one"))).isFalse();
        assertThat(isSpam(filter, said("bea", "one"))).isFalse();
        assertThat(isSpam(filter, said("cat", "two"))).isTrue();
    }

    @Test
    void shouldCountTheSamePostOnce() {
        SpamFilter filter = filter(0.5);

        for (int again = 0; again < 5; again++) {
            assertThat(isSpam(filter, said("ann", "one"))).isFalse();
        }
    }

    @Test
    void shouldTakeNothingForSpamThatDoesNotReadLikeItHoweverOftenItIsSaid() {
        SpamFilter filter = filter(0.1);

        for (int again = 0; again < 5; again++) {
            assertThat(isSpam(filter, said("ann", "thread " + again))).isFalse();
        }
    }

    @Test
    void shouldKnowSpamTheFirstTimeWhereItReadsLikeIt() {
        assertThat(isSpam(filter(0.9), said("ann", "one"))).isTrue();
    }

    private static boolean isSpam(SpamFilter filter, Post post) {
        return filter.isSpam(post, new Folding().fold(post.text()), 0.75);
    }

    private static Post said(String author, String thread) {
        return post("forum", author, thread, null, TEXT);
    }

    /** A model that gives every text the same probability. */
    private static SpamFilter filter(double probability) {
        float bias = (float) Math.log(probability / (1 - probability));
        SpamModel model =
                new SpamModel(1, bias, new float[SpamModel.SHAPES], new byte[1 << SpamModel.BITS]);
        return new SpamFilter(model);
    }
}
