package org.upstander.scoring.domain;

/** What kind of attack. */
public enum Category {
    INSULT("insult"),
    DEMEANING("demeaning"),
    THREAT("threat"),
    DOXXING("doxxing"),
    SEXUAL("sexual"),
    IDENTITY("identity"),
    STALKING("stalking"),
    INCITEMENT("incitement"),
    DEFAMATION("defamation"),
    EXTORTION("extortion");

    private final String wire;

    Category(String wire) {
        this.wire = wire;
    }

    /** The name on topics and in HTTP answers. */
    public String wire() {
        return wire;
    }
}
