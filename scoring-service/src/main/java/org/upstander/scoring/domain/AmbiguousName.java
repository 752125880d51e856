package org.upstander.scoring.domain;

import java.util.List;

/**
 * A name or role that stands in a post and that several members of staff have, where nothing in the
 * post, its thread or its source says which of them is meant. None of them is judged.
 *
 * @param span where it stands, in UTF-16 code units of the text
 * @param candidates ids of those who may be meant, at most {@link #MOST_CANDIDATES}
 */
public record AmbiguousName(Span span, List<String> candidates) {
    /** "The moderator" may be thousands. */
    public static final int MOST_CANDIDATES = 20;

    public AmbiguousName {
        candidates = List.copyOf(candidates);
    }
}
