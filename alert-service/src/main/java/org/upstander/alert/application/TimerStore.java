package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What happens to an incident at a time unless somebody does something before, as rows with a due
 * time. Within the caller's transaction, under the incident's lock.
 */
public interface TimerStore {

    /** What is waited for. */
    enum Kind {
        /** An acknowledgement as seen ends. */
        ACKNOWLEDGEMENT,
        /** Somebody wanted to hear of it again at this time. */
        SNOOZE,
        /** Whoever looks after the attacked should have heard from them. */
        CHECK_IN;

        /** As it is written in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param incidentId of which incident, locked
     * @param kind what was waited for
     * @param reason a sentence for the timeline
     * @param misses how often in a row this happened, of one that is set again and again; else 0
     */
    record Due(String incidentId, Kind kind, String reason, int misses) {}

    /** Sets a timer; one of the same kind is replaced. */
    Uni<Void> set(String incidentId, Kind kind, Instant dueAt, String reason);

    /** The same for one that is set again and again: while nobody acts, by itself. */
    Uni<Void> setEvery(String incidentId, Kind kind, Duration every, Instant dueAt, String reason);

    /**
     * Sets such a timer again, from now on; what was missed before counts no longer.
     *
     * @return whether there is one
     */
    Uni<Boolean> again(String incidentId, Kind kind, Instant now);

    /** Gives a timer to another incident, which keeps its own where that is due before. */
    Uni<Void> move(String from, String into, Kind kind);

    /** Ends timers of incidents. */
    Uni<Void> clear(Collection<String> incidentIds, Set<Kind> kinds);

    /**
     * Takes due timers of incidents that nobody else has in hand, longest due first. One that is
     * set again and again stays, due after its pause.
     */
    Uni<List<Due>> claimDue(Instant now, int limit);
}
