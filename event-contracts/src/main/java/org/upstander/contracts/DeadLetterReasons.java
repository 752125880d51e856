package org.upstander.contracts;

/** Why a record was set aside; the values of {@link Headers#DEAD_LETTER_REASON}. */
public final class DeadLetterReasons {

    /** The value is missing where one is required, or is not JSON of the expected shape. */
    public static final String UNREADABLE = "unreadable";

    /** The {@code ce_type} is missing or of a kind or major version this build does not know. */
    public static final String UNKNOWN_TYPE = "unknown-type";

    /** Readable, but breaks a rule of the schema (a required field, a range). */
    public static final String INVALID = "invalid";

    private DeadLetterReasons() {}
}
