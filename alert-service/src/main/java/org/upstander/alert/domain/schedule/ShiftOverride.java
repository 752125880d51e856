package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody more, less or else for a while.
 *
 * @param kind what changes
 * @param contactId who comes, or who goes where the kind is {@code REMOVE}
 * @param insteadOf of a {@code REPLACE}: whom the contact stands in for, or null: for everybody
 * @param from first instant
 * @param to first instant after it
 */
public record ShiftOverride(
        Kind kind, String contactId, String insteadOf, Instant from, Instant to) {

    /** What an override does. The wire name is the constant's name in lower case. */
    public enum Kind {
        REPLACE,
        ADD,
        REMOVE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @return empty for a name nobody knows
         */
        public static Optional<Kind> of(String wireName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    List<String> apply(List<String> onCall) {
        return switch (kind) {
            case ADD -> with(onCall);
            case REMOVE -> onCall.stream().filter(id -> !id.equals(contactId)).toList();
            case REPLACE -> replace(onCall);
        };
    }

    private List<String> replace(List<String> onCall) {
        if (insteadOf == null) {
            return List.of(contactId);
        }
        return onCall.stream().map(id -> id.equals(insteadOf) ? contactId : id).distinct().toList();
    }

    private List<String> with(List<String> onCall) {
        if (onCall.contains(contactId)) {
            return onCall;
        }
        List<String> more = new ArrayList<>(onCall);
        more.add(contactId);
        return List.copyOf(more);
    }
}
