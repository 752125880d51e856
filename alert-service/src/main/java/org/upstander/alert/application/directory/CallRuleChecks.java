package org.upstander.alert.application.directory;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.ContactRule;

/** What the rules of a contact, by which they are called, must look like. */
final class CallRuleChecks {

    /** In place of what is wrong and was said to be. */
    private static final int NONE = -1;

    private static final int MOST_SEVERE = 4;
    private static final int MAX_CALLS = 20;
    private static final Duration LONGEST = Duration.ofHours(1);

    private CallRuleChecks() {}

    /**
     * @param methods how many the contact has
     */
    static List<ContactRule> check(List<ContactDraft.Rule> drafts, int methods, Checks checks) {
        List<ContactDraft.Rule> given = checks.list("/rules", drafts, MOST_SEVERE);
        Set<Integer> severities = new HashSet<>();
        List<ContactRule> rules = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/rules/" + i;
            ContactDraft.Rule draft = given.get(i);
            if (draft == null) {
                checks.add(at, "must be an object with fromSeverity and calls");
                continue;
            }
            int severity = severity(draft.fromSeverity(), at + "/fromSeverity", checks);
            if (severity != NONE && !severities.add(severity)) {
                checks.add(
                        at + "/fromSeverity",
                        "is that of an earlier rule; give each rule a severity of its own");
            }
            rules.add(new ContactRule(severity, calls(draft.calls(), methods, at, checks)));
        }
        return rules;
    }

    private static int severity(Integer given, String at, Checks checks) {
        if (given == null || given < 1 || given > MOST_SEVERE) {
            checks.add(at, "is required and must be a severity from 1 to 4");
            return NONE;
        }
        return given;
    }

    private static List<ContactRule.Call> calls(
            List<ContactDraft.Call> drafts, int methods, String rule, Checks checks) {
        List<ContactDraft.Call> given = checks.list(rule + "/calls", drafts, MAX_CALLS);
        if (given.isEmpty()) {
            checks.add(
                    rule + "/calls",
                    "must name at least one method; leave the rule out to be called by all of them");
        }
        Set<Integer> named = new HashSet<>();
        List<ContactRule.Call> calls = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (int i = 0; i < given.size(); i++) {
            String at = "%s/calls/%d".formatted(rule, i);
            ContactDraft.Call draft = given.get(i);
            if (draft == null) {
                checks.add(at, "must be an object with method and after");
                continue;
            }
            int method = method(draft.method(), methods, at + "/method", checks);
            if (method != NONE && !named.add(method)) {
                checks.add(at + "/method", "is called by this rule already; name each method once");
            }
            Duration after = after(draft.after(), before, at + "/after", checks);
            if (i == 0 && !after.isZero()) {
                checks.add(at + "/after", "must be PT0S: the first call is made at once");
            } else if (after.compareTo(before) < 0) {
                checks.add(
                        at + "/after",
                        "is before that of the call above; put the calls in the order of their time");
            }
            before = after;
            calls.add(new ContactRule.Call(method, after));
        }
        return calls;
    }

    private static int method(Integer given, int methods, String at, Checks checks) {
        if (given == null || given < 0 || given >= methods) {
            checks.add(
                    at,
                    "%s; name the place of one of the contact's methods, from 0 to %d"
                            .formatted(
                                    given == null ? "is required" : "names no method",
                                    Math.max(0, methods - 1)));
            return NONE;
        }
        return given;
    }

    private static Duration after(String given, Duration before, String at, Checks checks) {
        try {
            Duration after = given == null ? Duration.ZERO : Duration.parse(given);
            if (!after.isNegative() && after.compareTo(LONGEST) <= 0) {
                return after;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for one that is out of range.
        }
        checks.add(at, "must be a duration from PT0S to PT1H such as PT2M");
        return before;
    }

    /** Calls that are passed over, and rules that call nobody. */
    static List<Violation> warnings(Contact contact) {
        List<Violation> warnings = new ArrayList<>();
        for (int i = 0; i < contact.rules().size(); i++) {
            ContactRule rule = contact.rules().get(i);
            List<Violation> passedOver = passedOver(contact, rule, "/rules/" + i);
            if (passedOver.size() == rule.calls().size()) {
                warnings.add(
                        new Violation(
                                "/rules/" + i,
                                "none of its methods is verified, so this contact is never paged from severity %d on; confirm one by :send-code and :verify, or name another"
                                        .formatted(rule.fromSeverity())));
            } else {
                warnings.addAll(passedOver);
            }
        }
        return warnings;
    }

    private static List<Violation> passedOver(Contact contact, ContactRule rule, String at) {
        List<Violation> out = new ArrayList<>();
        for (int i = 0; i < rule.calls().size(); i++) {
            int place = rule.calls().get(i).method();
            ContactMethod method = contact.methods().get(place);
            if (!method.verified() || Objects.nonNull(method.disabled())) {
                out.add(
                        new Violation(
                                "%s/calls/%d/method".formatted(at, i),
                                "method %d is not verified, so it is passed over; confirm it by :send-code and :verify"
                                        .formatted(place)));
            }
        }
        return out;
    }
}
