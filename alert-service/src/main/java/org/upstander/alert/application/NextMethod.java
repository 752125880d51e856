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

    NextMethod(
            Directory directory,
            ChooseMethod chooseMethod,
            DeliveryStore deliveries,
            GoneMethods goneMethods) {
        this.directory = directory;
        this.chooseMethod = chooseMethod;
        this.deliveries = deliveries;
        this.goneMethods = goneMethods;
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
        return use(failed, failed.method() + 1, incident, now);
    }

    /** As {@link #use}; where the contact has another address in the place of the old one, that. */
    Uni<Void> instead(DeliveryStore.Job stale, Incident incident, Instant now) {
        return use(stale, stale.method(), incident, now);
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
                                choice.why().calls()
                                        ? deliveries.add(
                                                List.of(
                                                        choice.job(
                                                                incident.id(),
                                                                failed.pageId(),
                                                                failed.step(),
                                                                failed.reason())),
                                                now)
                                        : Uni.createFrom().voidItem());
    }
}
