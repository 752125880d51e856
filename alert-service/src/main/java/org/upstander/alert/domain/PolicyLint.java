package org.upstander.alert.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Schedule;

/** What is allowed in a policy and yet keeps pages from arriving, or sends them twice. */
public final class PolicyLint {

    private final EscalationPolicy policy;
    private final Reachable known;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyLint(EscalationPolicy policy, Reachable known) {
        this.policy = policy;
        this.known = known;
    }

    /**
     * @param pointer JSON pointer into the policy
     * @param detail what it leads to, and the fix
     */
    public record Finding(String pointer, String detail) {}

    /**
     * @param known whom the policy and its schedules name; names that lead nowhere are no findings
     * @param from from when on schedules are looked at
     * @param to until when
     */
    public static List<Finding> of(
            EscalationPolicy policy, Reachable known, Instant from, Instant to) {
        PolicyLint lint = new PolicyLint(policy, known);
        lint.lastResort();
        lint.twice();
        lint.stepsThatReachNobody(from, to);
        lint.onlyOnePerson();
        lint.disabledMethods();
        lint.emptyRules();
        lint.onlyBeside();
        return List.copyOf(lint.findings);
    }

    private void lastResort() {
        if (policy.lastResortContactId() == null) {
            add("/lastResort", "when nobody acknowledges, nobody else is called; name a contactId");
        }
    }

    private void twice() {
        Map<Target, String> before = new HashMap<>();
        for (int step = 0; step < policy.steps().size(); step++) {
            List<Target> targets = policy.steps().get(step).targets();
            for (int i = 0; i < targets.size(); i++) {
                String at = "/steps/%d/targets/%d".formatted(step, i);
                String earlier = before.putIfAbsent(targets.get(i), at);
                if (earlier != null) {
                    add(
                            at,
                            "is called by "
                                    + earlier
                                    + " already; name somebody else, or let the policy repeat");
                }
            }
        }
        String last = policy.lastResortContactId();
        String earlier = last == null ? null : before.get(new Target.NamedContact(last));
        if (earlier != null) {
            add(
                    "/lastResort",
                    "is called by " + earlier + " already; name somebody who was not called yet");
        }
    }

    private void stepsThatReachNobody(Instant from, Instant to) {
        for (int step = 0; step < policy.steps().size(); step++) {
            List<Target> targets = policy.steps().get(step).targets();
            if (targets.stream().noneMatch(target -> mayReach(target, from, to))) {
                add(
                        "/steps/" + step,
                        "reaches nobody: no verified address on a channel that works here, or nobody on call in the next 14 days; it will be skipped");
            }
        }
    }

    private boolean mayReach(Target target, Instant from, Instant to) {
        if (target instanceof Target.NamedContact named) {
            return known.hasMethod(named.contactId());
        }
        if (target instanceof Target.OnCall onCall) {
            Schedule schedule = known.schedules().get(onCall.scheduleId());
            return schedule != null
                    && schedule.spans(from, to).stream()
                            .flatMap(span -> span.contacts().stream())
                            .distinct()
                            .anyMatch(known::hasMethod);
        }
        return true;
    }

    /** A policy whose every contact is one member of staff calls nobody when she is attacked. */
    private void onlyOnePerson() {
        if (policy.steps().stream()
                .flatMap(step -> step.targets().stream())
                .anyMatch(Target.StaffContact.class::isInstance)) {
            return;
        }
        List<Contact> people =
                named().stream().map(known.contacts()::get).filter(Objects::nonNull).toList();
        Set<String> staff = people.stream().map(Contact::staffId).collect(Collectors.toSet());
        if (staff.size() == 1 && !staff.contains(null)) {
            add(
                    "/steps",
                    "everybody here is %s, so nobody is called when %s is attacked; name somebody else too"
                            .formatted(staff.iterator().next(), staff.iterator().next()));
        }
    }

    private void disabledMethods() {
        for (String id : named()) {
            known.disabledOf(id)
                    .forEach(method -> add("/steps", disabled(known.nameOf(id), method)));
        }
    }

    private void emptyRules() {
        for (String id : named()) {
            known.emptyRulesOf(id)
                    .forEach(
                            rule ->
                                    add(
                                            "/steps",
                                            "%s is not called from severity %d on: their rule names no verified address on a channel that works here; verify one of them, or change the rule"
                                                    .formatted(
                                                            known.nameOf(id),
                                                            rule.fromSeverity())));
        }
    }

    private void onlyBeside() {
        named().stream()
                .filter(known::onlyBeside)
                .forEach(id -> add("/steps", onlyBeside(known.nameOf(id))));
    }

    /** A sentence about a contact whom nothing reaches, with the fix. */
    public static String onlyBeside(String name) {
        return "%s has only an inbox or a digest, which reach nobody by themselves: pages go on to the next step at once; give them another method too"
                .formatted(name);
    }

    /** A sentence about a method that is used no more, with the fix; without the address. */
    public static String disabled(String name, ContactMethod method) {
        return "%s of %s is used no more since %s: %s; correct the address by PUT of the contact, or confirm it by :send-code and :verify"
                .formatted(
                        method.channel().wireName(),
                        name,
                        method.disabled().at().truncatedTo(ChronoUnit.SECONDS),
                        method.disabled().reason());
    }

    private Set<String> named() {
        Set<String> ids = new LinkedHashSet<>();
        for (EscalationPolicy.Step step : policy.steps()) {
            for (Target target : step.targets()) {
                if (target instanceof Target.NamedContact named) {
                    ids.add(named.contactId());
                }
            }
        }
        policy.schedules().stream()
                .map(known.schedules()::get)
                .filter(Objects::nonNull)
                .forEach(schedule -> ids.addAll(schedule.contacts()));
        if (policy.lastResortContactId() != null) {
            ids.add(policy.lastResortContactId());
        }
        return ids;
    }

    private void add(String pointer, String detail) {
        findings.add(new Finding(pointer, detail));
    }
}
