package org.upstander.alert.application.source;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.notice.FirstCalled;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;

/** The contacts of the staff whom a source covers: whoever were called first, if it came now. */
@ApplicationScoped
class SourceContacts {

    private final CoveredStaff covered;
    private final Directory directory;
    private final FirstCalled firstCalled;

    SourceContacts(CoveredStaff covered, Directory directory, FirstCalled firstCalled) {
        this.covered = covered;
        this.directory = directory;
        this.firstCalled = firstCalled;
    }

    /** Each once, in the order of their ids. Within the caller's transaction. */
    Uni<Set<String>> of(String platform, Instant now) {
        // Most follow the same few policies.
        Map<String, EscalationPolicy> policies = new HashMap<>();
        return covered.on(platform)
                .chain(
                        staff ->
                                Multi.createFrom()
                                        .iterable(staff)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                member ->
                                                        policy(member, policies)
                                                                .chain(
                                                                        policy ->
                                                                                firstCalled.of(
                                                                                        member,
                                                                                        policy,
                                                                                        now)))
                                        .collect()
                                        .in(TreeSet<String>::new, (all, some) -> all.addAll(some)))
                .map(all -> all);
    }

    private Uni<EscalationPolicy> policy(
            StaffMember member, Map<String, EscalationPolicy> policies) {
        String id = String.valueOf(member.escalation().policyId());
        EscalationPolicy known = policies.get(id);
        return known == null
                ? directory.policyFor(member).invoke(found -> policies.put(id, found))
                : Uni.createFrom().item(known);
    }
}
