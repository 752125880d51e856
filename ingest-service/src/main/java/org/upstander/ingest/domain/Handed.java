package org.upstander.ingest.domain;

import java.util.List;

/**
 * One item of a request, in the order of the request.
 *
 * @param <D> what it should have been
 */
public sealed interface Handed<D extends Draft> {

    /**
     * It could be read.
     *
     * @param draft what it says
     * @param original as it was received, or null where that is not kept
     */
    record Readable<D extends Draft>(D draft, Original original) implements Handed<D> {

        /** Of which nothing is kept but what it says. */
        public Readable(D draft) {
            this(draft, null);
        }
    }

    /**
     * It could not.
     *
     * @param externalId the id it names, or null when reading did not get that far
     * @param violations why, at least one
     */
    record Unreadable<D extends Draft>(String externalId, List<Violation> violations)
            implements Handed<D> {}
}
