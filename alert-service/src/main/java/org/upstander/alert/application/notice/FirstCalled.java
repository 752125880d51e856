package org.upstander.alert.application.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upstander.alert.application.OnCall;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.StaffMember;

/** Who would be called first for a member of staff, if it came now. */
@ApplicationScoped
public class FirstCalled {

    private final OnCall onCall;

    FirstCalled(OnCall onCall) {
        this.onCall = onCall;
    }

    /** Ids of contacts, of the first step that names somebody. Within the caller's transaction. */
    public Uni<List<String>> of(StaffMember member, EscalationPolicy policy, Instant now) {
        List<List<Target>> steps = new ArrayList<>();
        steps.add(policy.targets(Position.FIRST));
        steps.addAll(policy.others(Position.FIRST));
        return first(member, steps, now);
    }

    private Uni<List<String>> first(StaffMember member, List<List<Target>> steps, Instant now) {
        if (steps.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return onCall.at(now, member, steps.get(0))
                .chain(
                        named ->
                                named.contacts().isEmpty()
                                        ? first(member, steps.subList(1, steps.size()), now)
                                        : Uni.createFrom().item(named.contacts()));
    }
}
