package org.upstander.alert.domain;

/** Why a contact is called, or is not. The words go to the timeline and, as tag, to the metrics. */
public enum NotifyReason {
    CALLED("is called"),
    CALLED_AS_SENIOR("is called", ", as senior for a junior"),
    CALLED_BESIDE_MODERATOR(
            "is called", " as well: whoever else is called acted against an author of the attack"),
    UNKNOWN_CONTACT("is not in the directory"),
    IS_TARGET("is the one who is attacked"),
    IS_AUTHOR("is an author of the attack"),
    QUIET_HOURS("has quiet hours, and somebody else is called"),
    ONLY_BESIDE("has only an inbox or a digest, which reach nobody by themselves"),
    NO_METHOD("has no verified address on a channel that works here"),
    NO_METHOD_IN_RULE(
            "has no verified address on a channel that works here among those that their rule names");

    private final String words;
    private final String because;

    NotifyReason(String words) {
        this(words, "");
    }

    NotifyReason(String words, String because) {
        this.words = words;
        this.because = because;
    }

    /**
     * Of a contact against whom nothing else speaks.
     *
     * @param beside whether they are told where it reaches nobody by itself
     */
    public static NotifyReason by(CallPlan plan, boolean beside) {
        if (!plan.calls().isEmpty()) {
            return CALLED;
        }
        if (beside) {
            return ONLY_BESIDE;
        }
        return plan.byRule() ? NO_METHOD_IN_RULE : NO_METHOD;
    }

    public boolean calls() {
        return this == CALLED || this == CALLED_AS_SENIOR || this == CALLED_BESIDE_MODERATOR;
    }

    /** Continues a sentence that begins with the contact's name. */
    public String words() {
        return words;
    }

    /** Ends that sentence, behind how they are called; may be empty. */
    public String because() {
        return because;
    }
}
