package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.Ids.DedupKey;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.MethodChoice;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.StaffMember;

/** Decides whether a contact may be called about an incident, and by which of their methods. */
@ApplicationScoped
class ChooseMethod {

    private final Directory directory;
    private final IncidentAuthors incidents;
    private final Notifiers notifiers;

    ChooseMethod(Directory directory, IncidentAuthors incidents, Notifiers notifiers) {
        this.directory = directory;
        this.incidents = incidents;
        this.notifiers = notifiers;
    }

    /**
     * @param contact who
     * @param why whether they are called
     * @param method how, when they are
     */
    record Choice(Contact contact, NotifyReason why, Optional<MethodChoice> method) {

        /** For the timeline. */
        String sentence() {
            return contact.displayName()
                    + " "
                    + why.words()
                    + method.map(choice -> " by " + choice.method().channel().wireName()).orElse("")
                    + why.because();
        }

        /** The same contact, decided otherwise. */
        Choice because(NotifyReason reason) {
            return new Choice(contact, reason, reason.calls() ? method : Optional.empty());
        }

        DeliveryStore.Job job(String incidentId, String pageId, int step, String reason) {
            MethodChoice choice = method.orElseThrow();
            return new DeliveryStore.Job(
                    DedupKey.page(pageId, contact.id(), choice.method()).value(),
                    DeliveryStore.Kind.PAGE,
                    incidentId,
                    pageId,
                    contact.id(),
                    choice.place(),
                    choice.method().channel(),
                    choice.method().address(),
                    step,
                    reason);
        }
    }

    /**
     * @param from place among the contact's methods, from 0
     */
    Uni<Choice> forPage(Contact contact, int from, StaffMember target, Incident incident) {
        if (contact.belongsTo(target)) {
            return Uni.createFrom()
                    .item(new Choice(contact, NotifyReason.IS_TARGET, Optional.empty()));
        }
        return isAuthor(contact, incident)
                .map(
                        author ->
                                Boolean.TRUE.equals(author)
                                        ? new Choice(
                                                contact, NotifyReason.IS_AUTHOR, Optional.empty())
                                        : byMethod(contact, from, target));
    }

    private Choice byMethod(Contact contact, int from, StaffMember target) {
        Optional<MethodChoice> method =
                MethodChoice.next(contact, from, target, notifiers.served());
        return new Choice(
                contact, method.isPresent() ? NotifyReason.CALLED : NotifyReason.NO_METHOD, method);
    }

    /** Whether a page that was decided before may still go where it was to go. */
    Uni<NotifyReason> still(
            DeliveryStore.Job job, Contact contact, StaffMember target, Incident incident) {
        boolean there =
                MethodChoice.holds(
                        contact, job.channel(), job.address(), target, notifiers.served());
        return forPage(contact, 0, target, incident)
                .map(
                        choice ->
                                choice.why().calls() && !there
                                        ? NotifyReason.NO_METHOD
                                        : choice.why());
    }

    private Uni<Boolean> isAuthor(Contact contact, Incident incident) {
        return directory
                .staff(contact.person())
                .chain(
                        colleague ->
                                colleague
                                        .map(
                                                known ->
                                                        incidents.wroteIn(
                                                                incident.id(), known.handles()))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Where the target wants the neutral notice, if they opted in and it can be sent. */
    Optional<ContactMethod> notice(StaffMember target) {
        return Optional.ofNullable(target.notice())
                .filter(ContactMethod::verified)
                .filter(method -> notifiers.served().contains(method.channel()));
    }
}
