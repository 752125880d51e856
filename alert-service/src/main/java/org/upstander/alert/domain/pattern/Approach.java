package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Attempts to reach somebody in private. One friend request is kept and calls nobody; a second
 * attempt does, or the first of somebody who was moderated or attacked before. Whoever turns up in
 * person is a threat.
 */
public final class Approach {

    private static final String IN_PERSON = "in-person";
    private static final String CALL = "call";

    private final Settings settings;

    /**
     * @param window in which attempts count
     * @param attempts how many on accounts of their own are a pattern
     */
    public record Settings(Duration window, int attempts) {

        public static final Settings USUAL = new Settings(Duration.ofDays(30), 2);

        /** Whether it counts by then. */
        public boolean covers(Encounter.Attempt attempt, Instant until) {
            return attempt.at().isAfter(until.minus(window)) && !attempt.at().isAfter(until);
        }
    }

    public Approach(Settings settings) {
        this.settings = settings;
    }

    /** What an author's attempts come to by then. */
    public Optional<Finding> find(Encounter encounter, Instant until) {
        Instant since = until.minus(settings.window());
        List<Encounter.Attempt> attempts =
                encounter.attempts().stream()
                        .filter(Approach::counts)
                        .filter(one -> settings.covers(one, until))
                        .toList();
        boolean inPerson = attempts.stream().anyMatch(one -> one.kind().equals(IN_PERSON));
        boolean known = wasModerated(encounter, since, until) || attacked(encounter, since, until);
        boolean enough = inPerson || attempts.size() >= settings.attempts();
        return attempts.isEmpty() || !enough && !known
                ? Optional.empty()
                : Optional.of(found(attempts, inPerson, known));
    }

    /** Whether it is private: on an account of her own, or in person. */
    public static boolean counts(Encounter.Attempt attempt) {
        return attempt.personal() || attempt.kind().equals(IN_PERSON);
    }

    private static Finding found(
            List<Encounter.Attempt> attempts, boolean inPerson, boolean known) {
        boolean called = attempts.stream().anyMatch(one -> one.kind().equals(CALL));
        int severity = inPerson ? 3 : 2;
        if ((inPerson || called) && known) {
            severity++;
        }
        return new Finding(
                PatternKind.APPROACH,
                severity,
                "Approach: %s to reach the person in private%s%s"
                        .formatted(
                                Spans.counted(attempts.size(), "attempt", "attempts"),
                                inPerson ? ", in person" : "",
                                known ? ", by somebody who attacked or was moderated" : ""),
                List.of());
    }

    private static boolean wasModerated(Encounter encounter, Instant since, Instant until) {
        return encounter.acts().stream()
                .anyMatch(act -> act.at().isAfter(since) && !act.at().isAfter(until));
    }

    private static boolean attacked(Encounter encounter, Instant since, Instant until) {
        return encounter.sightings().stream()
                .filter(Sighting::isAttack)
                .anyMatch(one -> one.at().isAfter(since) && !one.at().isAfter(until));
    }
}
