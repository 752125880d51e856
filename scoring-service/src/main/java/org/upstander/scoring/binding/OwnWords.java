package org.upstander.scoring.binding;

import java.util.Collection;
import java.util.function.Predicate;

/** The words of each person's names, in canonical form. */
final class OwnWords {
    private final TextPool words = new TextPool();

    /** For each person where their words begin; one more at the end. */
    private final int[] begins;

    private int people;

    OwnWords(int people) {
        begins = new int[people + 1];
    }

    /** Adds the next person. */
    void add(Collection<String> own) {
        own.forEach(words::add);
        begins[++people] = words.end();
    }

    /** Whether one of the person's words is like that. */
    boolean any(int who, Predicate<String> condition) {
        for (int at = begins[who]; at < begins[who + 1]; at = words.next(at)) {
            if (condition.test(words.get(at))) {
                return true;
            }
        }
        return false;
    }
}
