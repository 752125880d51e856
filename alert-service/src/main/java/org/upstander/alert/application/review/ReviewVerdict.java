package org.upstander.alert.application.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a post really does to the person whom its assessment names. */
public enum ReviewVerdict {
    ATTACK("attack"),
    /** Criticism, or nothing at all: no reason to call anybody. */
    CRITICISM("criticism"),
    SPAM("spam"),
    /** Somebody else is meant. */
    MISTAKEN_PERSON("mistaken-person");

    private final String wire;

    ReviewVerdict(String wire) {
        this.wire = wire;
    }

    /** The name in requests, answers and the database. */
    public String wire() {
        return wire;
    }

    public static Optional<ReviewVerdict> of(String wire) {
        return Arrays.stream(values()).filter(v -> v.wire.equals(wire)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ReviewVerdict::wire).toList();
    }
}
