package org.upstander.alert.domain;

import java.util.Locale;
import java.util.Optional;
import org.upstander.alert.domain.Acknowledgement.Kind;

/** What somebody may do about an incident from where its message reached them. */
public enum ChannelAction {
    ACKNOWLEDGE("acknowledged", Kind.SEEN),
    /** Somebody spoke with the one who is attacked. */
    ACKNOWLEDGE_CALLED("acknowledged", Kind.CALLED),
    /** The one who is attacked is safe. */
    ACKNOWLEDGE_SAFE("acknowledged", Kind.SAFE),
    RESOLVE("resolved", null),
    ESCALATE("escalated", null);

    private final String done;
    private final Kind kind;

    ChannelAction(String done, Kind kind) {
        this.done = done;
        this.kind = kind;
    }

    /** How far it acknowledges; empty where it does not. */
    public Optional<Kind> acknowledges() {
        return Optional.ofNullable(kind);
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
