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

    /** The staff member's own contact where contactId is null. */
    private record StoredTarget(String contactId) {}

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
                step.after().toSeconds(),
                step.targets().stream()
                        .map(
                                target ->
                                        new StoredTarget(
                                                target instanceof Target.NamedContact named
                                                        ? named.contactId()
                                                        : null))
                        .toList());
    }

    private static Step step(StoredStep stored) {
        return new Step(
                Duration.ofSeconds(stored.afterSeconds()),
                stored.targets().stream().map(PolicyJson::target).toList());
    }

    private static Target target(StoredTarget stored) {
        return stored.contactId() == null
                ? new Target.StaffContact()
                : new Target.NamedContact(stored.contactId());
    }
}
