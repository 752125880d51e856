package org.upstander.alert.application;

import org.upstander.alert.domain.Incident;

/** What became of the wish to change an incident's state. */
public sealed interface Transition {

    /**
     * @param incident as it is now
     */
    record Changed(Incident incident) implements Transition {}

    /**
     * It was there already, or beyond: asking again does no harm.
     *
     * @param incident as it is
     */
    record Unchanged(Incident incident) implements Transition {}

    /**
     * Somebody wanted the next step to be called at once.
     *
     * @param incident as it is
     * @param escalation what came of it
     */
    record Escalated(Incident incident, Escalation escalation) implements Transition {

        /** Whether somebody is called. */
        public boolean paged() {
            return escalation.outcome() == Escalation.Outcome.PAGED;
        }
    }

    /**
     * It is grave, nobody spoke with the attacked, and no reason was given.
     *
     * @param incident as it is
     */
    record ReasonMissing(Incident incident) implements Transition {}

    /**
     * It cannot be done with the incident as it is.
     *
     * @param field of the call that does not fit; empty where it is none of them
     * @param reason a sentence that says what would
     */
    record Unfit(String field, String reason) implements Transition {}

    /** There is no such incident. */
    record NotFound() implements Transition {}
}
