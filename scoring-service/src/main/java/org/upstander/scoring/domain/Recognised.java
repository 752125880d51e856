package org.upstander.scoring.domain;

import java.util.List;

/**
 * Who of the staff was recognised in a post.
 *
 * @param mentions those who are meant, each once
 * @param ambiguous names that may mean any of several, in order
 */
public record Recognised(List<Mention> mentions, List<AmbiguousName> ambiguous) {
    public static final Recognised NOBODY = new Recognised(List.of(), List.of());

    public Recognised {
        mentions = List.copyOf(mentions);
        ambiguous = List.copyOf(ambiguous);
    }
}
