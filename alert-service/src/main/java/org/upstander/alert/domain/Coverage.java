package org.upstander.alert.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Span;

/** When nobody could be called for a member of staff, the last resort included. */
public final class Coverage {

    private static final int MOST_SEVERE = 4;

    private Coverage() {}

    /**
     * @param from first instant
     * @param to first instant after it
     * @param why of each who is named: what keeps them from being called
     */
    public record Gap(Instant from, Instant to, List<String> why) {

        public Gap {
            why = List.copyOf(why);
        }
    }

    /**
     * The gaps of a stretch of time, in order. An attack at an instant of none of them finds
     * somebody who can be called, if not the first then a later one.
     *
     * @param known everybody whom the policy and its schedules name, as far as there is such a one
     */
    public static List<Gap> gaps(
            StaffMember staff, EscalationPolicy policy, Reachable known, Instant from, Instant to) {
        List<Gap> gaps = new ArrayList<>();
        List<Instant> edges = new ArrayList<>(edges(policy, known, from, to));
        edges.add(to);
        for (int i = 0; i + 1 < edges.size(); i++) {
            List<String> why = atAnySeverity(staff, policy, known, edges.get(i));
            if (!why.isEmpty()) {
                join(gaps, new Gap(edges.get(i), edges.get(i + 1), why));
            }
        }
        return List.copyOf(gaps);
    }

    private static TreeSet<Instant> edges(
            EscalationPolicy policy, Reachable known, Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>(Set.of(from));
        policy.schedules().stream()
                .map(known.schedules()::get)
                .filter(Objects::nonNull)
                .map((Schedule schedule) -> schedule.spans(from, to))
                .forEach(spans -> spans.stream().map(Span::from).forEach(edges::add));
        return edges;
    }

    /** Empty where somebody can be called however bad it is. */
    private static List<String> atAnySeverity(
            StaffMember staff, EscalationPolicy policy, Reachable known, Instant at) {
        List<String> worst = obstacles(staff, policy, known, at, MOST_SEVERE);
        if (!known.anyRules()) {
            return worst;
        }
        List<Integer> severities = new ArrayList<>();
        for (int severity = MOST_SEVERE; severity > 0; severity--) {
            List<String> why = obstacles(staff, policy, known, at, severity);
            if (!why.isEmpty()) {
                severities.add(0, severity);
                worst = worst.isEmpty() ? why : worst;
            }
        }
        return worst.isEmpty() || severities.size() == MOST_SEVERE
                ? worst
                : only(severities, worst);
    }

    private static List<String> only(List<Integer> severities, List<String> why) {
        List<String> said = new ArrayList<>(why);
        said.add(
                "that is so at severity "
                        + severities.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" and ")));
        return List.copyOf(said);
    }

    /** Empty where somebody can be called. */
    private static List<String> obstacles(
            StaffMember staff, EscalationPolicy policy, Reachable known, Instant at, int severity) {
        Recipients all = Recipients.of(targets(policy), staff, known.schedules(), at);
        Set<String> why = new LinkedHashSet<>(all.nobody());
        for (String contactId : all.contacts()) {
            NotifyReason reason = known.reach(contactId, staff, severity);
            if (reason.calls()) {
                return List.of();
            }
            why.add(known.nameOf(contactId) + " " + reason.words());
        }
        if (policy.lastResortContactId() == null) {
            why.add("the policy has no last resort");
        }
        return List.copyOf(why);
    }

    private static List<Target> targets(EscalationPolicy policy) {
        List<Target> all = new ArrayList<>();
        policy.steps().forEach(step -> all.addAll(step.targets()));
        if (policy.lastResortContactId() != null) {
            all.add(new Target.NamedContact(policy.lastResortContactId()));
        }
        return all;
    }

    private static void join(List<Gap> gaps, Gap next) {
        Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
        if (last != null && last.to().equals(next.from()) && last.why().equals(next.why())) {
            gaps.set(gaps.size() - 1, new Gap(last.from(), next.to(), next.why()));
        } else {
            gaps.add(next);
        }
    }
}
