package org.upstander.scoring.kafka;

import org.upstander.scoring.application.RefusalReason;

/**
 * That a record will never be scored, and why: the record goes to the dead letters. Thrown and
 * caught within the batch, so it has no stack trace; its message never quotes the record.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final Class<?> origin;

    /**
     * @param origin class of the failure underneath, or of whoever refuses
     */
    Refusal(RefusalReason reason, Class<?> origin, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.origin = origin;
    }

    static Refusal invalid(String what) {
        return new Refusal(RefusalReason.INVALID, PostReader.class, what);
    }

    RefusalReason reason() {
        return reason;
    }

    /** Class name for {@code dead-letter-cause}. */
    String cause() {
        return origin.getName();
    }
}
