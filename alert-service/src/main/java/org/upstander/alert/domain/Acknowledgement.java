package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A human took an incident.
 *
 * @param at when
 * @param by who, as an id or a name
 * @param kind how far
 */
public record Acknowledgement(Instant at, String by, Kind kind) {

    /** How far, the least first. */
    public enum Kind {
        /** Somebody read the page. */
        SEEN,
        /** Somebody spoke with the one who is attacked. */
        CALLED,
        /** The one who is attacked is safe. */
        SAFE;

        /** As it is written in JSON and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wireName) {
            return List.of(values()).stream()
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }
    }

    /**
     * What an acknowledgement does.
     *
     * @param counts whether it is kept; the same once more is not
     * @param state of the incident from now on; open while the policy wants more people
     * @param expiresAt when it pages again unless somebody goes further; empty for never
     * @param missing how many more people the policy wants
     */
    public record Effect(
            boolean counts, IncidentState state, Optional<Instant> expiresAt, int missing) {}

    /**
     * @param incident as it is
     * @param given those that count so far
     */
    public Effect on(Incident incident, List<Acknowledgement> given, PagingRules rules) {
        if (incident.isResolved() || !goesFurther(incident, given)) {
            return new Effect(false, incident.state(), Optional.empty(), 0);
        }
        if (!incident.isOpen()) {
            return new Effect(true, incident.state(), expiry(incident, given, rules), 0);
        }
        Set<String> people = new HashSet<>();
        given.forEach(one -> people.add(person(one.by())));
        people.add(person(by));
        int missing = rules.acknowledgements() - people.size();
        return missing > 0
                ? new Effect(true, incident.state(), Optional.empty(), missing)
                : new Effect(
                        true,
                        new IncidentState.Acknowledged(at, by),
                        expiry(incident, given, rules),
                        0);
    }

    /** Whether one of them spoke with the one who is attacked. */
    public static boolean spokeWithTarget(Collection<Acknowledgement> given) {
        return given.stream().anyMatch(one -> one.kind() != Kind.SEEN);
    }

    private boolean goesFurther(Incident incident, List<Acknowledgement> given) {
        return given.stream()
                        .filter(one -> !incident.isOpen() || person(one.by()).equals(person(by)))
                        .allMatch(one -> one.kind().compareTo(kind) < 0)
                // Acknowledged before kinds were kept: that was as seen.
                && (incident.isOpen() || !given.isEmpty() || kind != Kind.SEEN);
    }

    private Optional<Instant> expiry(
            Incident incident, List<Acknowledgement> given, PagingRules rules) {
        return kind != Kind.SEEN || spokeWithTarget(given)
                ? Optional.empty()
                : rules.expiryAt(incident.severity()).map(at::plus);
    }

    private static String person(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
