package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.directory.LastResort;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** The directory as the escalation sees it. */
@ApplicationScoped
class StoredDirectory implements Directory {

    private final StaffRepository staff;
    private final ContactRepository contacts;
    private final PolicyRepository policies;
    private final ScheduleRepository schedules;
    private final LastResort lastResort;

    StoredDirectory(
            StaffRepository staff,
            ContactRepository contacts,
            PolicyRepository policies,
            ScheduleRepository schedules,
            LastResort lastResort) {
        this.staff = staff;
        this.contacts = contacts;
        this.policies = policies;
        this.schedules = schedules;
        this.lastResort = lastResort;
    }

    /** Into the session, where the single reads find it. */
    @Override
    public Uni<Void> preload(Collection<String> staffIds) {
        return staff.list("id in ?1", Set.copyOf(staffIds))
                .map(
                        rows ->
                                rows.stream()
                                        .flatMap(
                                                row ->
                                                        Stream.of(
                                                                row.contactId, row.seniorContactId))
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()))
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : contacts.list("id in ?1", ids))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<StaffMember>> staff(String id) {
        return staff.find(id).map(found -> found.map(entry -> entry.value().member()));
    }

    @Override
    public Uni<Optional<Contact>> contact(String id) {
        return contacts.find(id).map(found -> found.map(Stored::value));
    }

    @Override
    public Uni<Optional<Schedule>> schedule(String id) {
        return schedules.find(id).map(found -> found.map(Stored::value));
    }

    @Override
    public Uni<EscalationPolicy> policyFor(StaffMember member) {
        String named = member.escalation().policyId();
        return policy(named == null ? EscalationPolicy.DEFAULT_ID : named)
                .chain(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().item(found)
                                        : policy(EscalationPolicy.DEFAULT_ID))
                .map(Optional::orElseThrow);
    }

    /**
     * A stored policy named {@code default} takes the built-in one's place. One without a last
     * resort has the built-in one.
     */
    @Override
    public Uni<Optional<EscalationPolicy>> policy(String id) {
        return policies.find(id)
                .map(found -> found.map(Stored::value).map(lastResort::of))
                .map(
                        found ->
                                found.isEmpty() && EscalationPolicy.DEFAULT_ID.equals(id)
                                        ? Optional.of(lastResort.policy())
                                        : found);
    }
}
