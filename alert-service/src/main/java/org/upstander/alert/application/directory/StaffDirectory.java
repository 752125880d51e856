package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.ContactStore;
import org.upstander.alert.application.directory.Stores.PolicyStore;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/** Who is protected. Each change reaches scoring-service through the outbox. */
@Singleton
public class StaffDirectory extends Entries<StaffDraft, StaffProfile> {

    private final StaffRules rules;
    private final ContactStore contacts;
    private final PolicyStore policies;
    private final RosterEvents events;

    StaffDirectory(
            Transactions transactions,
            DirectoryStores stores,
            StaffRules rules,
            RosterEvents events,
            Clock clock) {
        super(transactions, stores.staff(), clock);
        this.rules = rules;
        this.contacts = stores.contacts();
        this.policies = stores.policies();
        this.events = events;
    }

    /** PUTs one after the other; a refused one does not hinder the others. Results in order. */
    public Uni<List<PutResult<StaffProfile>>> putAll(List<StaffDraft> drafts) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(
                        draft -> put(draft.id() == null ? "" : draft.id(), draft, Optional.empty()))
                .collect()
                .asList();
    }

    /** Writes the whole roster to the outbox again, for a Kafka that lost it. */
    public Uni<Integer> republish() {
        return announceAll();
    }

    @Override
    Optional<StaffProfile> check(StaffDraft draft, Optional<StaffProfile> known, Checks checks) {
        return Optional.of(
                rules.check(
                        draft, known.map(StaffProfile::protectedHashes).orElse(List.of()), checks));
    }

    @Override
    String idOf(StaffProfile value) {
        return value.member().id();
    }

    @Override
    Uni<Void> changed(Stored<StaffProfile> entry) {
        return events.changed(entry.value(), entry.updatedAt());
    }

    @Override
    Uni<Void> removed(String id) {
        return events.removed(id);
    }

    @Override
    Uni<List<Violation>> warnings(StaffProfile staff) {
        StaffMember.Escalation escalation = staff.member().escalation();
        List<Violation> out = new ArrayList<>();
        if (escalation.contactId() == null) {
            out.add(
                    new Violation(
                            "/escalation/contactId",
                            "nobody looks after this member of staff; name a contact"));
        }
        senior(staff.member()).ifPresent(out::add);
        return Missing.of(
                        contacts,
                        escalation.seniorContactId(),
                        "/escalation/seniorContactId",
                        "contacts")
                .invoke(missing -> missing.ifPresent(out::add))
                .chain(
                        () ->
                                Missing.of(
                                        contacts,
                                        escalation.contactId(),
                                        "/escalation/contactId",
                                        "contacts"))
                .invoke(missing -> missing.ifPresent(out::add))
                .chain(
                        () ->
                                GoneWarnings.of(
                                        contacts, escalation.contactId(), "/escalation/contactId"))
                .invoke(out::addAll)
                .chain(
                        () ->
                                EscalationPolicy.DEFAULT_ID.equals(escalation.policyId())
                                        ? Uni.createFrom().item(Optional.<Violation>empty())
                                        : Missing.of(
                                                policies,
                                                escalation.policyId(),
                                                "/escalation/policyId",
                                                "policies"))
                .invoke(missing -> missing.ifPresent(out::add))
                .map(last -> List.copyOf(out));
    }

    /** A junior is not left to one person who has to judge alone. */
    private static Optional<Violation> senior(StaffMember member) {
        StaffMember.Escalation escalation = member.escalation();
        if (!member.junior()) {
            return Optional.empty();
        }
        if (escalation.seniorContactId() == null) {
            return Optional.of(
                    new Violation(
                            "/escalation/seniorContactId",
                            "a junior has no senior here, so the policy's last resort is called at once; name a contact"));
        }
        return escalation.seniorContactId().equals(escalation.contactId())
                ? Optional.of(
                        new Violation(
                                "/escalation/seniorContactId",
                                "is the junior's own contact; name a second person"))
                : Optional.empty();
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
