package org.upstander.alert.domain;

import java.util.Locale;

/** What somebody may do about an incident from where its message reached them. */
public enum ChannelAction {
    ACKNOWLEDGE("acknowledged"),
    RESOLVE("resolved"),
    ESCALATE("escalated");

    private final String done;

    ChannelAction(String done) {
        this.done = done;
    }

    /** In keys of texts. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Participle, for sentences. */
    public String done() {
        return done;
    }
}
