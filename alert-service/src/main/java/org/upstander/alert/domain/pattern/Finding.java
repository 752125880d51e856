package org.upstander.alert.domain.pattern;

import java.util.List;

/**
 * A pattern that was recognised.
 *
 * @param kind which
 * @param severity what it weighs at least, 1 to 4; 0 where it only says how things hang together
 * @param reason a sentence for the timeline, without post text and author names
 * @param made ids of the assessments that make it, the oldest first
 */
public record Finding(PatternKind kind, int severity, String reason, List<String> made) {

    public Finding {
        made = List.copyOf(made);
    }

    static Finding of(PatternKind kind, int severity, String reason, List<Sighting> made) {
        return new Finding(kind, severity, reason, made.stream().map(Sighting::id).toList());
    }

    /** The last of what makes it. */
    public String newest() {
        return made.get(made.size() - 1);
    }
}
