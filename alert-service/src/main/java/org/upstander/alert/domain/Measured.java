package org.upstander.alert.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that somebody bears, beside what is asked of nobody beyond.
 *
 * @param what after the number, for people
 */
record Measured(long value, long most, String what) {

    boolean overBudget() {
        return value > most;
    }

    /**
     * What is over budget, and what to do about it, as a sentence; null where nothing is.
     *
     * @param then what to do
     */
    static String hint(List<Measured> all, String then) {
        String over =
                all.stream()
                        .filter(Measured::overBudget)
                        .map(one -> "%d %s (%d at most)".formatted(one.value, one.what, one.most))
                        .collect(Collectors.joining(", "));
        return over.isEmpty() ? null : over + ": " + then;
    }
}
