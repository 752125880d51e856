package org.upstander.alert.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a contact wants to be called about attacks that weigh so much or more.
 *
 * @param fromSeverity 1 to 4
 * @param calls in their order, at least one; the first is made at once, none before the one above
 */
public record ContactRule(int fromSeverity, List<Call> calls) {

    public ContactRule {
        calls = List.copyOf(calls);
    }

    /**
     * @param method place among the contact's methods, from 0
     * @param after how long after the page, unless somebody acknowledged meanwhile
     */
    public record Call(int method, Duration after) {}

    /** The one that holds: of those from this severity or less on the highest. */
    static Optional<ContactRule> at(int severity, List<ContactRule> rules) {
        return rules.stream()
                .filter(rule -> rule.fromSeverity() <= severity)
                .max(Comparator.comparingInt(ContactRule::fromSeverity));
    }
}
