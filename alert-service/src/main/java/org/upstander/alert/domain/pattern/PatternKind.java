package org.upstander.alert.domain.pattern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be seen of a person only over time; the wire name has dashes. */
public enum PatternKind {
    /** Attacked by somebody who was moderated by them. */
    RETALIATION,
    /** A slow rise, before any single post is an attack. */
    BREWING,
    /** One author who does not let go. */
    PERSISTENCE,
    /** Many authors at once. */
    PILE_ON,
    /** Contact at night, again and again. */
    OFF_HOURS,
    /** Attempts to reach them in private. */
    APPROACH,
    /** The same text or link from several accounts or places. */
    CAMPAIGN,
    /** Something private was made public, or asked for. */
    DOXXING;

    /**
     * Whether it is a run over days: the next may begin weeks after the last, and whoever goes on
     * is one incident.
     */
    public boolean isSlow() {
        return this == PERSISTENCE || this == OFF_HOURS;
    }

    /** Whether it is about many who attack, and not about what one of them does. */
    public boolean isOfMany() {
        return this == PILE_ON || this == CAMPAIGN;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PatternKind> of(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
}
