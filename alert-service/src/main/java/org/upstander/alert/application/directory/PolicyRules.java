package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.PagingRules;

/** What an escalation policy must look like to be kept. */
@ApplicationScoped
class PolicyRules {

    private static final int MAX_STEPS = 20;
    private static final int MAX_TARGETS = 20;
    private static final int MAX_REPEAT = 9;
    private static final long MAX_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long MIN_PAUSE = 60;

    private final LastResort lastResort;

    PolicyRules(LastResort lastResort) {
        this.lastResort = lastResort;
    }

    /**
     * @return the policy, or empty where it is too far from one
     */
    Optional<EscalationPolicy> check(PolicyDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        String name = checks.text("/displayName", draft.displayName());
        lastResort(draft, checks);
        List<PolicyDraft.Step> given = checks.list("/steps", draft.steps(), MAX_STEPS);
        if (given.isEmpty()) {
            checks.add("/steps", "at least one step is required");
        }
        List<EscalationPolicy.Step> steps = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            steps.add(step(given.get(i), "/steps/" + i, checks));
        }
        int repeat = (int) within("/repeat", draft.repeat(), 0, 0, MAX_REPEAT, checks);
        long pause =
                within(
                        "/roundPauseSeconds",
                        draft.roundPauseSeconds(),
                        EscalationPolicy.DEFAULT_ROUND_PAUSE.toSeconds(),
                        MIN_PAUSE,
                        MAX_SECONDS,
                        checks);
        PagingRules paging = PagingChecks.check(draft.paging(), checks);
        return checks.fine()
                ? Optional.of(
                        new EscalationPolicy(
                                draft.id(),
                                name,
                                steps,
                                repeat,
                                Duration.ofSeconds(pause),
                                draft.lastResortContactId(),
                                paging))
                : Optional.empty();
    }

    private void lastResort(PolicyDraft draft, Checks checks) {
        checks.optionalId("/lastResort/contactId", draft.lastResortContactId());
        if (draft.lastResortContactId() == null
                && lastResort.required()
                && lastResort.builtIn().isEmpty()) {
            checks.add(
                    "/lastResort",
                    "is required: name whom to call when nobody acknowledged, {\"contactId\": \"…\"}, or set UPSTANDER_DIRECTORY_LAST_RESORT_CONTACT for all policies");
        }
    }

    private static EscalationPolicy.Step step(PolicyDraft.Step step, String at, Checks checks) {
        if (step == null) {
            checks.add(at, "must be an object with afterSeconds and targets");
            return new EscalationPolicy.Step(Duration.ZERO, List.of());
        }
        List<PolicyDraft.Target> given = checks.list(at + "/targets", step.targets(), MAX_TARGETS);
        if (given.isEmpty()) {
            checks.add(at + "/targets", "at least one target is required");
        }
        List<EscalationPolicy.Target> targets = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            target(given.get(i), at + "/targets/" + i, checks).ifPresent(targets::add);
        }
        long after = within(at + "/afterSeconds", step.afterSeconds(), 0, 0, MAX_SECONDS, checks);
        return new EscalationPolicy.Step(Duration.ofSeconds(after), targets);
    }

    private static Optional<EscalationPolicy.Target> target(
            PolicyDraft.Target target, String at, Checks checks) {
        boolean staff = target != null && Boolean.TRUE.equals(target.staffContact());
        boolean contact = target != null && target.contactId() != null;
        boolean schedule = target != null && target.scheduleId() != null;
        if (Stream.of(staff, contact, schedule).filter(given -> given).count() != 1) {
            checks.add(
                    at,
                    "must be one of {\"staffContact\": true}, {\"contactId\": \"…\"} and {\"scheduleId\": \"…\"}");
            return Optional.empty();
        }
        if (contact) {
            checks.id(at + "/contactId", target.contactId());
            return Optional.of(new EscalationPolicy.Target.NamedContact(target.contactId()));
        }
        if (schedule) {
            checks.id(at + "/scheduleId", target.scheduleId());
            return Optional.of(new EscalationPolicy.Target.OnCall(target.scheduleId()));
        }
        return Optional.of(new EscalationPolicy.Target.StaffContact());
    }

    static long within(
            String pointer, Number given, long otherwise, long least, long most, Checks checks) {
        long value = given == null ? otherwise : given.longValue();
        if (value < least || value > most) {
            checks.add(pointer, "must be from %d to %d".formatted(least, most));
            return otherwise;
        }
        return value;
    }
}
