package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.domain.SourceSight.State;

/** What there is to say to a contact of a source, by what it is now and what they know. */
public sealed interface SourceNews {

    /**
     * To be said now.
     *
     * @param sight as it is
     * @param since of the state; the same over retries
     * @param blindSince since when it is or was blind
     */
    record Say(SourceSight sight, Instant since, Instant blindSince) implements SourceNews {}

    /**
     * They were told something less than an hour ago: the state counts that it has by then.
     *
     * @param at when to look again
     */
    record Later(Instant at) implements SourceNews {}

    /** They know, or need not. */
    record Nothing() implements SourceNews {}

    /**
     * What a contact was told last.
     *
     * @param state blind or sees
     * @param since of the state
     * @param blindSince since when it is or was blind
     * @param at when they were told
     * @param arrived whether all of it arrived
     */
    record Told(State state, Instant since, Instant blindSince, Instant at, boolean arrived) {}

    /**
     * Decides.
     *
     * @param sight empty where the source is gone
     * @param told empty where they were never told anything of it
     * @param pause that lies between two things that a contact is told of a source
     */
    static SourceNews of(
            Optional<SourceSight> sight, Optional<Told> told, Duration pause, Instant now) {
        State state = sight.map(SourceSight::state).orElse(State.OTHER);
        if (told.isPresent() && told.get().state() == state) {
            Told same = told.get();
            return same.arrived()
                    ? new Nothing()
                    : new Say(sight.get(), same.since(), same.blindSince());
        }
        boolean worthIt = state == State.BLIND || state == State.SEES && told.isPresent();
        if (!worthIt) {
            return new Nothing();
        }
        Instant free = told.map(last -> last.at().plus(pause)).orElse(now);
        if (free.isAfter(now)) {
            return new Later(free);
        }
        Instant since = sight.get().since();
        return new Say(sight.get(), since, state == State.BLIND ? since : told.get().blindSince());
    }
}
