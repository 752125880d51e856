package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param beside what is told, too, and reaches nobody by itself
     */
    record Choice(
            Contact contact,
            NotifyReason why,
            Optional<MethodChoice> method,
            List<MethodChoice> beside) {

        /** Of somebody who is told nowhere. */
        Choice(Contact contact, NotifyReason why) {
            this(contact, why, Optional.empty(), List.of());
        }

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
            return reason.calls() || reason == NotifyReason.ONLY_BESIDE
                    ? new Choice(contact, reason, method, beside)
                    : new Choice(contact, reason);
        }

        DeliveryStore.Job job(String incidentId, String pageId, int step, String reason) {
            return job(method.orElseThrow(), incidentId, pageId, step, reason);
        }

        /** For the method, if there is one, and for what is told beside it. */
        List<DeliveryStore.Job> jobs(String incidentId, String pageId, int step, String reason) {
            return Stream.concat(method.stream(), beside.stream())
                    .map(choice -> job(choice, incidentId, pageId, step, reason))
                    .toList();
        }

        private DeliveryStore.Job job(
                MethodChoice choice, String incidentId, String pageId, int step, String reason) {
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
            return Uni.createFrom().item(new Choice(contact, NotifyReason.IS_TARGET));
        }
        return isAuthor(contact, incident)
                .map(
                        author ->
                                Boolean.TRUE.equals(author)
                                        ? new Choice(contact, NotifyReason.IS_AUTHOR)
                                        : byMethod(contact, from, target));
    }

    private Choice byMethod(Contact contact, int from, StaffMember target) {
        Optional<MethodChoice> method =
                MethodChoice.next(contact, from, target, notifiers.served());
        List<MethodChoice> beside = MethodChoice.beside(contact, target, notifiers.served());
        NotifyReason nowhere = beside.isEmpty() ? NotifyReason.NO_METHOD : NotifyReason.ONLY_BESIDE;
        return new Choice(
                contact, method.isPresent() ? NotifyReason.CALLED : nowhere, method, beside);
    }

    /** Whether a page that was decided before may still go where it was to go. */
    Uni<NotifyReason> still(
            DeliveryStore.Job job, Contact contact, StaffMember target, Incident incident) {
        boolean there =
                MethodChoice.holds(
                        contact, job.channel(), job.address(), target, notifiers.served());
        return forPage(contact, 0, target, incident).map(choice -> still(job, choice.why(), there));
    }

    private static NotifyReason still(DeliveryStore.Job job, NotifyReason why, boolean there) {
        NotifyReason told =
                why == NotifyReason.ONLY_BESIDE && !job.channel().reaches()
                        ? NotifyReason.CALLED
                        : why;
        return told.calls() && !there ? NotifyReason.NO_METHOD : told;
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
