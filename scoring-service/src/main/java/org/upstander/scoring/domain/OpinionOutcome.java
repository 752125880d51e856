package org.upstander.scoring.domain;

/** What came of a second opinion. */
public enum OpinionOutcome {
    /** It says the same, as far as paging goes. */
    AGREED("agreed"),
    /** It made an attack of what was none. */
    RAISED("raised"),
    /** It made none of what was an attack. */
    LOWERED("lowered"),
    /** It sees no attack where none may be taken back: a threat, say, or severity 3. */
    REFUSED_TO_LOWER("refused_to_lower"),
    /** It says something else, but is not sure enough to count. */
    UNSURE("unsure"),
    /** No answer in time. */
    TIMEOUT("timeout"),
    /** Not reachable, or answered with an error. */
    FAILED("failed"),
    /** Answered something else than what was asked for. */
    INVALID("invalid"),
    /** Not asked: enough was asked in this minute. */
    OVER_BUDGET("over_budget");

    private final String wire;

    OpinionOutcome(String wire) {
        this.wire = wire;
    }

    /** The name in HTTP answers and metrics. */
    public String wire() {
        return wire;
    }
}
