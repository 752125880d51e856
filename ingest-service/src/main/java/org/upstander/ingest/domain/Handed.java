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
     */
    record Readable<D extends Draft>(D draft) implements Handed<D> {}

    /**
     * It could not.
     *
     * @param externalId the id it names, or null when reading did not get that far
     * @param violations why, at least one
     */
    record Unreadable<D extends Draft>(String externalId, List<Violation> violations)
            implements Handed<D> {}
}
