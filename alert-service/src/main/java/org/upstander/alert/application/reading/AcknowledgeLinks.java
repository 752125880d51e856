package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.Optional;

/** Reads the signed tokens of acknowledge links. */
public interface AcknowledgeLinks {

    /**
     * What a token allows: one contact to acknowledge one incident.
     *
     * @param incidentId the incident
     * @param contactId who received the link
     * @param expiresAt until when it works
     */
    record Grant(String incidentId, String contactId, Instant expiresAt) {}

    /** Empty when the token was not made here or was changed; expiry is for the caller to judge. */
    Optional<Grant> open(String token);
}
