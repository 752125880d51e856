package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.StaffMember;

/** Goes on to the next method of a contact, due at once. Where it went already, nothing happens. */
@ApplicationScoped
class NextMethod {

    private final Directory directory;
    private final ChooseMethod chooseMethod;
    private final DeliveryStore deliveries;
    private final GoneMethods goneMethods;
    private final RuleCalls ruleCalls;

    NextMethod(
            Directory directory,
            ChooseMethod chooseMethod,
            DeliveryStore deliveries,
            GoneMethods goneMethods,
            RuleCalls ruleCalls) {
        this.directory = directory;
        this.chooseMethod = chooseMethod;
        this.deliveries = deliveries;
        this.goneMethods = goneMethods;
        this.ruleCalls = ruleCalls;
    }

    /** As {@link #use}; a method whose other side is gone is tried no more by anybody. */
    Uni<Void> afterRefusal(
            DeliveryStore.Job failed, Incident incident, FailureKind kind, Instant now) {
        Uni<Void> disabled =
                kind == FailureKind.GONE && failed.contactId() != null
                        ? goneMethods.disable(
                                failed,
                                "the other side said that it is gone for good (410 or the like)",
                                now)
                        : Uni.createFrom().voidItem();
        return disabled.chain(() -> use(failed, incident, now));
    }

    Uni<Void> use(DeliveryStore.Job failed, Incident incident, Instant now) {
        return failed.rule() == null
                ? use(failed, failed.method() + 1, incident, now)
                : byRule(failed, incident, now);
    }

    /** As {@link #use}; where the contact has another address in the place of the old one, that. */
    Uni<Void> instead(DeliveryStore.Job stale, Incident incident, Instant now) {
        return use(stale, stale.method(), incident, now);
    }

    private Uni<Void> byRule(DeliveryStore.Job failed, Incident incident, Instant now) {
        return incident.isOpen()
                ? ruleCalls.bringForward(failed, now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> use(DeliveryStore.Job failed, int from, Incident incident, Instant now) {
        if (!failed.mayReach() || !incident.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return directory
                .contact(failed.contactId())
                .chain(
                        contact ->
                                directory
                                        .staff(incident.staffId())
                                        .chain(
                                                staff ->
                                                        use(
                                                                failed, from, contact, staff,
                                                                incident, now)));
    }

    private Uni<Void> use(
            DeliveryStore.Job failed,
            int from,
            Optional<Contact> contact,
            Optional<StaffMember> staff,
            Incident incident,
            Instant now) {
        if (contact.isEmpty() || staff.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return chooseMethod
                .forPage(contact.get(), from, staff.get(), incident)
                .chain(
                        choice ->
                                failed.rule() == null
                                        ? deliveries.add(jobs(choice, failed), now)
                                        : inTheRule(jobs(choice, failed), failed, incident, now));
    }

    private static List<DeliveryStore.Job> jobs(
            ChooseMethod.Choice choice, DeliveryStore.Job failed) {
        return choice.calls(failed.incidentId(), failed.pageId(), failed.step(), failed.reason());
    }

    /** Another address of the same method is called in its place; else the rule goes on. */
    private Uni<Void> inTheRule(
            List<DeliveryStore.Job> jobs, DeliveryStore.Job stale, Incident incident, Instant now) {
        return jobs.stream()
                .filter(job -> job.method() == stale.method() && !job.id().equals(stale.id()))
                .findFirst()
                .map(job -> deliveries.add(List.of(job.at(stale.rule().place())), now))
                .orElseGet(() -> byRule(stale, incident, now));
    }
}
