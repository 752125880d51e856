package org.upstander.scoring.application;

import java.util.List;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;

/**
 * One of the people whom a post means, with all that is known of the post.
 *
 * @param post as it came
 * @param text its text, folded
 * @param shown the post as it may be shown: protected identifiers are blacked out, offsets stay
 * @param target the one who is meant
 * @param all everybody whom the post means, {@code target} too
 */
public record MentionInPost(
        Post post, FoldedText text, Post shown, Mention target, List<Mention> all) {

    public MentionInPost {
        all = List.copyOf(all);
    }

    @Override
    public String toString() {
        // The text never reaches a log by way of a debug statement.
        return "MentionInPost[" + target.staffId() + "]";
    }
}
