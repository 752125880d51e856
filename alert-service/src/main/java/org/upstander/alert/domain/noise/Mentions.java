package org.upstander.alert.domain.noise;

import org.upstander.alert.domain.Assessment;

/**
 * How often somebody was mentioned, by what was said. Spam counts as spam only, whatever it says.
 */
public record Mentions(long supportive, long neutral, long criticism, long attack, long spam) {

    public static final Mentions NONE = new Mentions(0, 0, 0, 0, 0);

    /** One. */
    public static Mentions of(Assessment assessment) {
        if (assessment.spam()) {
            return new Mentions(0, 0, 0, 0, 1);
        }
        return switch (assessment.verdict()) {
            case SUPPORTIVE -> new Mentions(1, 0, 0, 0, 0);
            case NEUTRAL -> new Mentions(0, 1, 0, 0, 0);
            case CRITICISM -> new Mentions(0, 0, 1, 0, 0);
            case ATTACK -> new Mentions(0, 0, 0, 1, 0);
        };
    }

    /** All but spam. */
    public long judged() {
        return supportive + neutral + criticism + attack;
    }

    public Mentions plus(Mentions other) {
        return new Mentions(
                supportive + other.supportive,
                neutral + other.neutral,
                criticism + other.criticism,
                attack + other.attack,
                spam + other.spam);
    }

    /** What is left of a sum without a part of it. */
    public Mentions minus(Mentions part) {
        return new Mentions(
                supportive - part.supportive,
                neutral - part.neutral,
                criticism - part.criticism,
                attack - part.attack,
                spam - part.spam);
    }
}
