package org.upstander.alert.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a post says about a member of staff. The wire name is the constant's in lower case. */
public enum Verdict {
    ATTACK,
    CRITICISM,
    NEUTRAL,
    SUPPORTIVE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is no verdict. */
    public static Optional<Verdict> of(String wireName) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.wireName().equals(wireName))
                .findFirst();
    }
}
