package org.upstander.alert.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;

/**
 * Contacts of a schedule were called about an incident, and their shift is over: whoever is on call
 * now takes it, unless somebody spoke about it.
 *
 * @param scheduleId whose shift ended
 * @param contactIds who goes, at least one
 * @param step of the policy that calls the schedule, from 0
 */
public record HandOver(String scheduleId, List<String> contactIds, int step) {

    public HandOver {
        contactIds = List.copyOf(contactIds);
    }

    /** What becomes of the incident. */
    public sealed interface Decision {

        /**
         * Nothing is sent.
         *
         * @param why for whoever reads the code or a test
         */
        record Stays(String why) implements Decision {}

        /**
         * @param at when it is looked at again
         */
        record NotYet(Instant at) implements Decision {}

        /**
         * @param contactIds who is on call now and was not called yet
         */
        record To(List<String> contactIds) implements Decision {}

        /** Nobody is on call: whoever the policy names next. */
        record ToNextStep() implements Decision {}
    }

    /**
     * What is known of the incident.
     *
     * @param incident as it is
     * @param given acknowledgements that count
     * @param commented whether somebody left a comment
     * @param inOtherHands whether a contact took it who does not go
     * @param pagedNow whether the step is called now anyway
     * @param silencedUntil until when a silence holds its pages; empty for none
     */
    public record Case(
            Incident incident,
            List<Acknowledgement> given,
            boolean commented,
            boolean inOtherHands,
            boolean pagedNow,
            Optional<Instant> silencedUntil) {}

    /**
     * @param onCall who is on call in the schedule now
     * @param called who was called in an earlier shift that goes on, or in this one
     */
    public Decision decide(Case known, List<String> onCall, Set<String> called) {
        if (known.incident().isResolved()) {
            return new Decision.Stays("It is resolved");
        }
        if (Acknowledgement.spokeWithTarget(known.given())) {
            return new Decision.Stays("Somebody spoke with the attacked");
        }
        if (known.commented()) {
            return new Decision.Stays("Somebody left a comment");
        }
        if (known.inOtherHands()) {
            return new Decision.Stays("Somebody else took it");
        }
        if (known.pagedNow()) {
            return new Decision.Stays("A page that is due calls whoever is on call");
        }
        if (known.silencedUntil().isPresent()) {
            return new Decision.NotYet(known.silencedUntil().get());
        }
        if (onCall.isEmpty()) {
            return new Decision.ToNextStep();
        }
        List<String> fresh = onCall.stream().filter(id -> !called.contains(id)).toList();
        return fresh.isEmpty()
                ? new Decision.Stays("Who is on call was called already")
                : new Decision.To(fresh);
    }

    /** The step after that of the schedule, or the last resort; empty where there is neither. */
    public Optional<Integer> nextStep(EscalationPolicy policy) {
        int next = Math.min(step + 1, policy.steps().size());
        return next < policy.steps().size() || policy.lastResortContactId() != null
                ? Optional.of(next)
                : Optional.empty();
    }

    /**
     * The policy as the page of a hand-over follows it: its step calls only whoever came on call.
     *
     * @param step which one, from 0
     * @param onCall who is on call in the schedule now
     * @param called who of them knows already
     */
    public static EscalationPolicy narrowed(
            EscalationPolicy policy,
            int step,
            String scheduleId,
            List<String> onCall,
            Set<String> called) {
        List<Target> fresh =
                onCall.stream()
                        .filter(id -> !called.contains(id))
                        .<Target>map(Target.NamedContact::new)
                        .toList();
        List<Target> targets = fresh.isEmpty() ? List.of(new Target.OnCall(scheduleId)) : fresh;
        List<Step> steps = new ArrayList<>(policy.steps());
        if (step < steps.size()) {
            steps.set(step, new Step(steps.get(step).after(), targets));
        }
        return new EscalationPolicy(
                policy.id(),
                policy.displayName(),
                steps,
                policy.repeat(),
                policy.roundPause(),
                policy.lastResortContactId(),
                policy.paging());
    }
}
