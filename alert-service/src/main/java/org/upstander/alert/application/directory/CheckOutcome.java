package org.upstander.alert.application.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Contact;

/** What became of a wish to prove that an address reaches its contact. */
public sealed interface CheckOutcome {

    /**
     * It will be sent at once.
     *
     * @param channel wire name
     * @param expiresAt until when it is good
     */
    record Accepted(String channel, Instant expiresAt) implements CheckOutcome {}

    /**
     * The code was right.
     *
     * @param entry as it is now
     * @param warnings what would still keep a page from arriving
     */
    record Verified(Stored<Contact> entry, List<Violation> warnings) implements CheckOutcome {}

    /** There is no such contact, or no method at that place. */
    record Unknown() implements CheckOutcome {}

    /** It is not possible as things are. */
    record Refused(Violation violation) implements CheckOutcome {}

    /**
     * The contact was sent as many as they have to bear.
     *
     * @param pause until the next may be sent
     */
    record TooMany(Duration pause) implements CheckOutcome {}
}
