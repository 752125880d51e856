package org.upstander.alert.domain;

/** What somebody may do about an incident from where its message reached them. */
public enum ChannelAction {
    ACKNOWLEDGE("acknowledged"),
    RESOLVE("resolved"),
    ESCALATE("escalated");

    private final String done;

    ChannelAction(String done) {
        this.done = done;
    }

    /** Participle, for sentences. */
    public String done() {
        return done;
    }
}
