package org.upstander.alert.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which of their methods a contact is called about one page, and when.
 *
 * @param calls in their order, none twice; empty where nothing can be used
 * @param byRule whether a rule of the contact says so; else there is one call at most, and what
 *     fails goes on to the methods behind it
 */
public record CallPlan(List<Call> calls, boolean byRule) {

    public CallPlan {
        calls = List.copyOf(calls);
    }

    /**
     * @param method how
     * @param place in the rule, from 0
     * @param after how long after the page
     */
    public record Call(MethodChoice method, int place, Duration after) {}

    /**
     * What cannot be used is passed over, and the one behind it comes in its time.
     *
     * @param severity what the attack weighs, 1 to 4
     * @param target who is attacked
     * @param served channels that work here
     */
    public static CallPlan of(
            Contact contact, int severity, StaffMember target, Set<Channel> served) {
        Optional<ContactRule> rule = ContactRule.at(severity, contact.rules());
        if (rule.isPresent()) {
            return byRule(rule.get(), contact, target, served);
        }
        return new CallPlan(
                MethodChoice.next(contact, 0, target, served)
                        .map(method -> new Call(method, 0, Duration.ZERO))
                        .stream()
                        .toList(),
                false);
    }

    private static CallPlan byRule(
            ContactRule rule, Contact contact, StaffMember target, Set<Channel> served) {
        List<Call> calls = new ArrayList<>();
        Duration passedOver = null;
        for (int place = 0; place < rule.calls().size(); place++) {
            ContactRule.Call call = rule.calls().get(place);
            Duration after = passedOver == null ? call.after() : passedOver;
            Optional<MethodChoice> method = MethodChoice.at(contact, call.method(), target, served);
            if (method.isPresent()) {
                calls.add(new Call(method.get(), place, after));
            }
            passedOver = method.isPresent() ? null : after;
        }
        return new CallPlan(calls, true);
    }

    /** The first call, made at once. */
    public Optional<Call> first() {
        return calls.stream().findFirst();
    }

    /** How, for the timeline: {@code by sms, by email after 120 s}. */
    public String words() {
        List<String> words = new ArrayList<>();
        for (Call call : calls) {
            words.add(
                    "by "
                            + call.method().method().channel().wireName()
                            + (call.after().isZero()
                                    ? ""
                                    : " after %d s".formatted(call.after().toSeconds())));
        }
        return String.join(", ", words);
    }
}
