package org.upstander.alert.domain;

/** Why a contact is called, or is not. The words go to the timeline and, as tag, to the metrics. */
public enum NotifyReason {
    CALLED("is called"),
    UNKNOWN_CONTACT("is not in the directory"),
    IS_TARGET("is the one who is attacked"),
    IS_AUTHOR("is an author of the attack"),
    QUIET_HOURS("has quiet hours, and somebody else is called"),
    NO_METHOD("has no verified address on a channel that works here");

    private final String words;

    NotifyReason(String words) {
        this.words = words;
    }

    public boolean calls() {
        return this == CALLED;
    }

    /** Continues a sentence that begins with the contact's name. */
    public String words() {
        return words;
    }
}
