package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows the changes of all incidents in an order in which none appears late. */
public interface ChangeReader {

    /**
     * A place between two changes.
     *
     * @param tx transaction of the change before
     * @param id number of the change before
     */
    record Position(long tx, long id) {

        /** As {@code tx-id}. */
        public static Optional<Position> of(String text) {
            int dash = text.indexOf('-');
            try {
                return dash < 1
                        ? Optional.empty()
                        : Optional.of(
                                new Position(
                                        Long.parseUnsignedLong(text, 0, dash, 10),
                                        Long.parseUnsignedLong(text, dash + 1, text.length(), 10)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return tx + "-" + id;
        }
    }

    /**
     * @param position of this change
     * @param staffId who is attacked
     * @param state as it is now
     * @param severity as it is now
     * @param what as on the timeline
     * @param reason as on the timeline
     */
    record Change(
            Position position,
            String incidentId,
            String staffId,
            String state,
            int severity,
            Instant at,
            String what,
            String reason) {}

    /** The position behind all changes so far. */
    Uni<Position> latest();

    /** What follows a position, oldest first. */
    Uni<List<Change>> after(Position position, int limit);
}
