package org.upstander.alert.application.stats;

/** Names for authors under which nobody finds them elsewhere. */
@FunctionalInterface
public interface Pseudonyms {

    /**
     * Always the same in one installation, and another in each.
     *
     * @param authorKey as assessments have it
     */
    String author(String authorKey);
}
