package org.upstander.scoring.application;

/** Why a record is set aside instead of scored. */
public enum RefusalReason {
    /** No value, or not JSON of the expected shape. */
    UNREADABLE("unreadable"),
    /** Not a post, or a post of a later major version. */
    UNKNOWN_TYPE("unknown-type"),
    /** Readable, but breaks a rule of the contract; or scoring itself failed on it. */
    INVALID("invalid");

    private final String wire;

    RefusalReason(String wire) {
        this.wire = wire;
    }

    /** The word in headers and tags. */
    public String wire() {
        return wire;
    }
}
