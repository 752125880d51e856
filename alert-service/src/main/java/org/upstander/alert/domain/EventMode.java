package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A declared time in which more anger than usual is to be expected: it raises the bar for what is
 * near to criticism and lowers it for what leads to a person, as {@link EventBar} says.
 *
 * @param id the operator's id
 * @param kind what goes on
 * @param staff ids of those whom it concerns; empty for all
 * @param sources platforms that it concerns; empty for all
 * @param startsAt from then on
 * @param endsAt no longer than until then
 * @param comment why, for colleagues
 * @param createdBy token or subject
 */
public record EventMode(
        String id,
        Kind kind,
        List<String> staff,
        List<String> sources,
        Instant startsAt,
        Instant endsAt,
        String comment,
        String createdBy) {

    /** What goes on. */
    public enum Kind {
        /** Many lose, and say what they think of who judged. */
        COMPETITION(Map.of(1, 0.80, 2, 0.65)),
        /** Many are thrown out at once, and nearly all of them are angry. */
        BAN_WAVE(Map.of(1, 0.90, 2, 0.70));

        private final Map<Integer, Double> leastProbability;

        Kind(Map<Integer, Double> leastProbability) {
            this.leastProbability = leastProbability;
        }

        /** From which probability on an attack of this severity pages; 0 for any. */
        public double leastProbability(int severity) {
            return leastProbability.getOrDefault(severity, 0.0);
        }

        /** As it is written in JSON. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For people. */
        public String words() {
            return wireName().replace('_', ' ');
        }

        public static Optional<Kind> of(String wireName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }
    }

    public EventMode {
        staff = List.copyOf(staff);
        sources = List.copyOf(sources);
    }

    /** Whether it has a say in what is written about this person there, now. */
    public boolean concerns(String staffId, String source, Instant now) {
        return !startsAt.isAfter(now)
                && endsAt.isAfter(now)
                && (staff.isEmpty() || staff.contains(staffId))
                && (sources.isEmpty() || sources.contains(source));
    }

    /** Whether it says the same, whoever put it. */
    public boolean changesAs(EventMode other) {
        return new EventMode(id, kind, staff, sources, startsAt, endsAt, comment, other.createdBy)
                .equals(other);
    }
}
