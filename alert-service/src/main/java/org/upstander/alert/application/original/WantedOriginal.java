package org.upstander.alert.application.original;

import java.time.Instant;
import org.upstander.alert.domain.OriginalSearch;

/**
 * An original that an incident is to keep, and that this instance looks for.
 *
 * @param assessmentId whose evidence it is
 * @param postId key of its record
 * @param revision of the post
 * @param search where it is looked for
 * @param attempt from 1
 * @param leaseUntil when another instance takes it over; what is recorded later counts no more
 */
public record WantedOriginal(
        String assessmentId,
        String postId,
        String revision,
        OriginalSearch search,
        int attempt,
        Instant leaseUntil) {

    /** Id of its record. */
    public String recordId() {
        return postId + "-" + revision;
    }
}
