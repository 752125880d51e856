package org.upstander.alert.persistence;

import java.time.Duration;
import java.util.List;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.PagingRules;

/** The policy that is pinned to an incident, as text. */
final class PolicyJson {

    private PolicyJson() {}

    private record Stored(
            String id,
            String displayName,
            List<StoredStep> steps,
            int repeat,
            long roundPauseSeconds,
            String lastResort,
            PagingRules paging) {}

    private record StoredStep(long afterSeconds, List<StoredTarget> targets) {}

    /** The staff member's own contact where both are null. */
    private record StoredTarget(String contactId, String scheduleId) {}

    static String write(EscalationPolicy policy) {
        return Sql.json(
                new Stored(
                        policy.id(),
                        policy.displayName(),
                        policy.steps().stream().map(PolicyJson::stored).toList(),
                        policy.repeat(),
                        policy.roundPause().toSeconds(),
                        policy.lastResortContactId(),
                        policy.paging()));
    }

    static EscalationPolicy read(String json) {
        Stored stored = Sql.fromJson(json, Stored.class);
        return new EscalationPolicy(
                stored.id(),
                stored.displayName(),
                stored.steps().stream().map(PolicyJson::step).toList(),
                stored.repeat(),
                Duration.ofSeconds(stored.roundPauseSeconds()),
                stored.lastResort(),
                stored.paging());
    }

    private static StoredStep stored(Step step) {
        return new StoredStep(
                step.after().toSeconds(), step.targets().stream().map(PolicyJson::stored).toList());
    }

    private static StoredTarget stored(Target target) {
        if (target instanceof Target.OnCall onCall) {
            return new StoredTarget(null, onCall.scheduleId());
        }
        return new StoredTarget(
                target instanceof Target.NamedContact named ? named.contactId() : null, null);
    }

    private static Step step(StoredStep stored) {
        return new Step(
                Duration.ofSeconds(stored.afterSeconds()),
                stored.targets().stream().map(PolicyJson::target).toList());
    }

    private static Target target(StoredTarget stored) {
        if (stored.scheduleId() != null) {
            return new Target.OnCall(stored.scheduleId());
        }
        return stored.contactId() == null
                ? new Target.StaffContact()
                : new Target.NamedContact(stored.contactId());
    }
}
