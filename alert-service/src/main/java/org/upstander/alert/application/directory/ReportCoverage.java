package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Transactions transactions;
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
        this.transactions = transactions;
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
        return staff.forEach(
                        entry ->
                                look(entry.value().member(), from, to)
                                        .invoke(found -> found.ifPresent(uncovered::add))
                                        .replaceWithVoid())
                .map(count -> new Report(from, to, count, List.copyOf(uncovered)));
    }

    /** The gaps of one member of staff, none where there is no such one. */
    public Uni<List<Coverage.Gap>> gapsOf(String staffId) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return transactions.run(
                () ->
                        directory
                                .staff(staffId)
                                .chain(
                                        found ->
                                                found.isEmpty()
                                                        ? Uni.createFrom().item(List.of())
                                                        : look(
                                                                        found.get(),
                                                                        from,
                                                                        from.plus(
                                                                                PolicyWarnings
                                                                                        .AHEAD))
                                                                .map(
                                                                        one ->
                                                                                one.map(
                                                                                                Uncovered
                                                                                                        ::gaps)
                                                                                        .orElse(
                                                                                                List
                                                                                                        .of()))));
    }

    /** Empty where there is somebody all the time. */
    private Uni<Optional<Uncovered>> look(StaffMember member, Instant from, Instant to) {
        return directory
                .policyFor(member)
                .chain(
                        policy ->
                                people.known(policy, own(member), new ArrayList<>())
                                        .map(
                                                known ->
                                                        uncovered(
                                                                member,
                                                                policy,
                                                                Coverage.gaps(
                                                                        member, policy, known, from,
                                                                        to))));
    }

    private static Set<String> own(StaffMember member) {
        String contactId = member.escalation().contactId();
        return contactId == null ? Set.of() : Set.of(contactId);
    }

    private static Optional<Uncovered> uncovered(
            StaffMember member, EscalationPolicy policy, List<Coverage.Gap> gaps) {
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Uncovered(member.id(), member.displayName(), policy.id(), gaps));
    }
}
