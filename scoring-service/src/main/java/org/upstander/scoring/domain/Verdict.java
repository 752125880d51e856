package org.upstander.scoring.domain;

/** What a post does to one member of staff. Only an attack pages anybody. */
public enum Verdict {
    ATTACK("attack"),
    CRITICISM("criticism"),
    NEUTRAL("neutral"),
    SUPPORTIVE("supportive");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    /** The name on topics and in HTTP answers. */
    public String wire() {
        return wire;
    }
}
