package org.upstander.ingest.domain;

import java.util.List;

/**
 * What a person sees of a post.
 *
 * @param text plain
 * @param quoted what the author marked as a quote, in order and apart from each other
 */
public record Reading(String text, List<Passage> quoted) {

    public Reading {
        quoted = List.copyOf(quoted);
    }
}
