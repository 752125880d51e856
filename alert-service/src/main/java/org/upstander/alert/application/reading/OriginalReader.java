package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.original.Sealed;

/** Reads what is kept of the posts of incidents as they were received. */
public interface OriginalReader {

    /**
     * @param staffId the attacked person
     * @param state {@code kept}, {@code wanted} (it is looked for), {@code missing}; null where it
     *     never was wanted
     * @param reason why it is missing, as {@link
     *     org.upstander.alert.domain.OriginalSearch.Missing#wireName()}; else null
     * @param sealed null unless it is kept
     * @param sha256 of what is sealed, in hexadecimal digits; null unless it is kept
     * @param receivedAt when the post was, or null
     */
    record Kept(
            String staffId,
            String state,
            String reason,
            Sealed sealed,
            String sha256,
            Instant receivedAt) {}

    /**
     * Of a post in an incident, its latest revision of which there is one.
     *
     * @param revision which one, or null
     * @return empty where the incident has no such post
     */
    Uni<Optional<Kept>> find(String incidentId, String postId, String revision);

    /**
     * Keeps that somebody gets it.
     *
     * @param why as the reader says, or empty
     */
    Uni<Void> logRead(String incidentId, String reader, Instant at, Optional<String> why);
}
