package org.upstander.ingest.domain;

import java.util.List;

/**
 * What became of one item.
 *
 * @param <T> {@link Post} or {@link Signal}
 */
public sealed interface Admission<T> {

    /**
     * It goes into the log.
     *
     * @param item as it will be written
     */
    record Accepted<T>(T item) implements Admission<T> {}

    /**
     * It does not; its neighbours are not concerned.
     *
     * @param externalId the id it names, fit to be sent back; or null
     * @param violations why, at least one
     */
    record Rejected<T>(String externalId, List<Violation> violations) implements Admission<T> {

        public Rejected {
            externalId = Texts.fitToSendBack(externalId);
            violations = List.copyOf(violations);
        }
    }
}
