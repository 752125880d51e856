package org.upstander.alert.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is called, one after the other, until somebody acknowledges.
 *
 * <pre>
 * step 1 ──after──▶ step 2 ──after──▶ … last step ──roundPause──▶ step 1 of the next round
 *                                         └─── after the last round ──roundPause──▶ last resort
 * </pre>
 *
 * @param id the operator's id
 * @param displayName as shown to colleagues
 * @param steps at least one
 * @param repeat further rounds after the first, 0 to 9
 * @param roundPause wait after the last step of a round
 * @param lastResortContactId called when all rounds are over, or null
 * @param paging when it pages again, and what it takes for an acknowledgement
 */
public record EscalationPolicy(
        String id,
        String displayName,
        List<Step> steps,
        int repeat,
        Duration roundPause,
        String lastResortContactId,
        PagingRules paging) {

    /** Id of the policy of whoever has none. */
    public static final String DEFAULT_ID = "default";

    /** Unless the policy says otherwise. */
    public static final Duration DEFAULT_ROUND_PAUSE = Duration.ofMinutes(15);

    public EscalationPolicy {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a policy has at least one step");
        }
        steps = List.copyOf(steps);
        // Policies that were kept before there were such rules have none.
        paging = paging == null ? PagingRules.DEFAULT : paging;
    }

    /** With the rules that hold unless a policy says otherwise. */
    public EscalationPolicy(
            String id,
            String displayName,
            List<Step> steps,
            int repeat,
            Duration roundPause,
            String lastResortContactId) {
        this(id, displayName, steps, repeat, roundPause, lastResortContactId, PagingRules.DEFAULT);
    }

    /**
     * The built-in policy: her own contact at once, the last resort after 15 minutes.
     *
     * @param lastResortContactId from the configuration, or null
     */
    public static EscalationPolicy builtIn(String lastResortContactId) {
        return new EscalationPolicy(
                DEFAULT_ID,
                "Default",
                List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                0,
                DEFAULT_ROUND_PAUSE,
                lastResortContactId);
    }

    /**
     * The same with a last resort where it has none of its own.
     *
     * @param contactId whom that calls, or null
     */
    public EscalationPolicy orLastResort(String contactId) {
        return lastResortContactId != null || contactId == null
                ? this
                : new EscalationPolicy(
                        id, displayName, steps, repeat, roundPause, contactId, paging);
    }

    /**
     * @param after wait since the step before; of the first step, since the incident opened
     * @param targets who is called, all at once
     */
    public record Step(Duration after, List<Target> targets) {

        public Step {
            targets = List.copyOf(targets);
        }
    }

    /** Who a step calls. */
    public sealed interface Target {

        /** The contact of the attacked member of staff. */
        record StaffContact() implements Target {}

        /**
         * @param contactId which one
         */
        record NamedContact(String contactId) implements Target {}

        /**
         * Whoever is on call when the page fires.
         *
         * @param scheduleId in which schedule
         */
        record OnCall(String scheduleId) implements Target {}
    }

    /**
     * A place in the escalation.
     *
     * @param run from 0; a later one pages again, from the first step on
     * @param round from 0
     * @param step from 0; the number of steps stands for the last resort
     */
    public record Position(int run, int round, int step) {

        public static final Position FIRST = new Position(0, 0, 0);

        /** In the first run. */
        public Position(int round, int step) {
            this(0, round, step);
        }
    }

    /**
     * @param position what comes
     * @param delay how long after the position before
     */
    public record Next(Position position, Duration delay) {}

    /** What follows a position; empty when the escalation is over. */
    public Optional<Next> after(Position position) {
        if (isLastResort(position)) {
            return Optional.empty();
        }
        int following = position.step() + 1;
        if (following < steps.size()) {
            return Optional.of(
                    new Next(
                            new Position(position.run(), position.round(), following),
                            steps.get(following).after()));
        }
        if (position.round() < repeat) {
            return Optional.of(
                    new Next(
                            new Position(position.run(), position.round() + 1, 0),
                            roundPause.plus(steps.get(0).after())));
        }
        return Optional.ofNullable(lastResortContactId)
                .map(
                        contact ->
                                new Next(
                                        new Position(
                                                position.run(), position.round(), steps.size()),
                                        roundPause));
    }

    /** Whom a position calls. */
    public List<Target> targets(Position position) {
        if (isLastResort(position)) {
            return lastResortContactId == null
                    ? List.of()
                    : List.of(new Target.NamedContact(lastResortContactId));
        }
        return steps.get(position.step()).targets();
    }

    /** Whom the other positions call: what comes next, the last resort, then what was before. */
    public List<List<Target>> others(Position position) {
        int own = Math.min(position.step(), steps.size());
        List<List<Target>> all = new ArrayList<>();
        steps.stream().skip(own + 1L).map(Step::targets).forEach(all::add);
        if (!isLastResort(position) && lastResortContactId != null) {
            all.add(List.of(new Target.NamedContact(lastResortContactId)));
        }
        steps.stream().limit(own).map(Step::targets).forEach(all::add);
        return all;
    }

    /** Ids of the schedules that the steps name. */
    public Set<String> schedules() {
        return steps.stream()
                .flatMap(step -> step.targets().stream())
                .filter(Target.OnCall.class::isInstance)
                .map(target -> ((Target.OnCall) target).scheduleId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the position stands behind all steps. */
    public boolean isLastResort(Position position) {
        return position.step() >= steps.size();
    }
}
