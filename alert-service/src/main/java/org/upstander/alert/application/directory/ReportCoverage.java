package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.Coverage;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/** Finds the members of staff for whom nobody could be called at some time in the next 14 days. */
@Singleton
public class ReportCoverage {

    private final EntryWalk<StaffProfile> staff;
    private final Directory directory;
    private final PolicyWarnings people;
    private final Clock clock;

    ReportCoverage(
            Transactions transactions,
            DirectoryStores stores,
            Directory directory,
            PolicyWarnings people,
            Clock clock) {
        this.staff = new EntryWalk<>(transactions, stores.staff(), one -> one.member().id());
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param from first instant looked at
     * @param to first instant after it
     * @param staff how many members of staff there are
     * @param uncovered those with gaps, in the order of their ids
     */
    public record Report(Instant from, Instant to, int staff, List<Uncovered> uncovered) {}

    /**
     * @param policyId the policy that is followed for them
     * @param gaps at least one
     */
    public record Uncovered(
            String staffId, String displayName, String policyId, List<Coverage.Gap> gaps) {}

    public Uni<Report> report() {
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant to = from.plus(PolicyWarnings.AHEAD);
        List<Uncovered> uncovered = new ArrayList<>();
        return staff.forEach(entry -> look(entry.value().member(), from, to, uncovered))
                .map(count -> new Report(from, to, count, List.copyOf(uncovered)));
    }

    private Uni<Void> look(
            StaffMember member, Instant from, Instant to, List<Uncovered> uncovered) {
        return directory
                .policyFor(member)
                .chain(
                        policy ->
                                people.known(policy, own(member), new ArrayList<>())
                                        .invoke(
                                                known ->
                                                        add(
                                                                member,
                                                                policy,
                                                                Coverage.gaps(
                                                                        member, policy, known, from,
                                                                        to),
                                                                uncovered)))
                .replaceWithVoid();
    }

    private static Set<String> own(StaffMember member) {
        String contactId = member.escalation().contactId();
        return contactId == null ? Set.of() : Set.of(contactId);
    }

    private static void add(
            StaffMember member,
            EscalationPolicy policy,
            List<Coverage.Gap> gaps,
            List<Uncovered> uncovered) {
        if (!gaps.isEmpty()) {
            uncovered.add(new Uncovered(member.id(), member.displayName(), policy.id(), gaps));
        }
    }
}
