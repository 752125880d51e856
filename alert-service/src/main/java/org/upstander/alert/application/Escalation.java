package org.upstander.alert.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.upstander.alert.domain.Channel;

/**
 * What came of the wish to call the next step at once.
 *
 * @param outcome what happened
 * @param called whom it called, and how; empty unless it did
 * @param until when somebody will be called all the same, or null where nobody knows
 * @param reason a sentence, without names of authors
 */
public record Escalation(Outcome outcome, List<Call> called, Instant until, String reason) {

    public Escalation {
        called = List.copyOf(called);
    }

    /** In one word; the wire name is in small letters. */
    public enum Outcome {
        /** Somebody is called now. */
        PAGED,
        /** A silence holds the page. */
        HELD,
        /** Something else has to end first. */
        WAITING,
        /** There is nobody who could be called. */
        NOBODY;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param contactId who
     * @param channel how
     */
    public record Call(String contactId, Channel channel) {}

    static Escalation paged(List<Call> called) {
        return new Escalation(Outcome.PAGED, called, null, "Called at once");
    }

    static Escalation nobody(String reason) {
        return new Escalation(Outcome.NOBODY, List.of(), null, reason);
    }

    static Escalation waiting(Instant until, String reason) {
        return new Escalation(Outcome.WAITING, List.of(), until, reason);
    }

    static Escalation held(Instant until, String reason) {
        return new Escalation(Outcome.HELD, List.of(), until, reason);
    }
}
