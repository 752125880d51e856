package org.upstander.scoring.domain;

import java.util.List;

/**
 * What scoring says about one post.
 *
 * @param post the post as it may be shown if somebody is meant: protected identifiers are blacked
 *     out
 * @param spam whether the post as a whole is spam; spam attacks nobody
 * @param language BCP 47, or null where unknown
 * @param assessments one for each member of staff who is meant; usually empty
 * @param ambiguous names of which nothing says whom of several they mean; usually empty
 */
public record ScoredPost(
        Post post,
        boolean spam,
        String language,
        List<Assessment> assessments,
        List<AmbiguousName> ambiguous) {

    public ScoredPost {
        assessments = List.copyOf(assessments);
        ambiguous = List.copyOf(ambiguous);
    }
}
