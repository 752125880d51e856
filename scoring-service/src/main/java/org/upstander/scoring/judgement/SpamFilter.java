package org.upstander.scoring.judgement;

import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;

/**
 * Says what is spam: what reads like it, or reads a little like it and is said again and again in
 * several threads or by several authors. Repetition alone is no spam: a pile-on repeats itself too.
 */
final class SpamFilter {
    /** A text said this often needs only this share of the usual bar. */
    private static final double SHARE_IF_REPEATED = 0.5;

    private final SpamModel model;
    private final RepeatedTexts repeated = new RepeatedTexts();

    SpamFilter(SpamModel model) {
        this.model = model;
    }

    /**
     * @param bar least probability of spam that is spam
     */
    boolean isSpam(Post post, FoldedText text, double bar) {
        double probability = model.probability(text);
        return probability >= bar
                || probability >= bar * SHARE_IF_REPEATED && repeated.isRepeated(post, text);
    }
}
