package org.upstander.scoring.domain;

/** How a member of staff was recognised; the strongest first. */
public enum BindingKind {
    PROTECTED("protected"),
    HANDLE("handle"),
    NAME("name"),
    NICKNAME("nickname"),
    VARIANT("variant"),
    ROLE("role"),
    REPLY("reply"),
    PRONOUN("pronoun");

    private final String wire;

    BindingKind(String wire) {
        this.wire = wire;
    }

    /** The name on topics and in HTTP answers. */
    public String wire() {
        return wire;
    }
}
