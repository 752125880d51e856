package org.upstander.scoring.application;

import java.util.List;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;

/** Says what a post does to somebody whom it means. Immutable and thread-safe. */
public interface Judge {

    /** Version of the model, part of every assessment's id: {@code 2026.11-6}. */
    String model();

    /** Whether the post as a whole is spam. */
    boolean isSpam(Post post, FoldedText text);

    /** The text's language, BCP 47, or null where it cannot be told. */
    String language(Post post, FoldedText text);

    /**
     * Judges the post as to one of the people whom it means. Looks at the person only; that spam
     * attacks nobody is the use case's rule.
     *
     * @param target the one to judge for
     * @param all everybody whom the post means, {@code target} too
     */
    Assessment judge(Post post, FoldedText text, Mention target, List<Mention> all);

    /**
     * Makes an attack of what was judged to be none, because somebody who was asked calls it one:
     * severity, categories and evidence as the model sees them.
     *
     * @param judged what {@link #judge} said of the same arguments; its score stays
     */
    Assessment asAttack(
            Assessment judged, Post post, FoldedText text, Mention target, List<Mention> all);
}
