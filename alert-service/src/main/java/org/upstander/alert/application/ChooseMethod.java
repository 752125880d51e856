package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.alert.domain.CallPlan;
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
     * @param plan how, when they are
     * @param beside what is told, too, and reaches nobody by itself
     */
    record Choice(
            Contact contact, NotifyReason why, Optional<CallPlan> plan, List<MethodChoice> beside) {

        /** Of somebody who is told nowhere. */
        Choice(Contact contact, NotifyReason why) {
            this(contact, why, Optional.empty(), List.of());
        }

        /** For the timeline. */
        String sentence() {
            return contact.displayName()
                    + " "
                    + why.words()
                    + plan.map(calls -> " " + calls.words()).orElse("")
                    + why.because();
        }

        /** The same contact, decided otherwise. */
        Choice because(NotifyReason reason) {
            return reason.calls() || reason == NotifyReason.ONLY_BESIDE
                    ? new Choice(contact, reason, plan, beside)
                    : new Choice(contact, reason);
        }

        /** One for each call and for what is told beside; none where they are told nowhere. */
        List<DeliveryStore.Job> jobs(String incidentId, String pageId, int step, String reason) {
            return Stream.concat(
                            calls(incidentId, pageId, step, reason).stream(),
                            beside.stream()
                                    .map(
                                            choice ->
                                                    job(
                                                            choice,
                                                            incidentId,
                                                            pageId,
                                                            step,
                                                            reason,
                                                            null)))
                    .toList();
        }

        /** One for each call; none where they are not called. */
        List<DeliveryStore.Job> calls(String incidentId, String pageId, int step, String reason) {
            return plan.stream()
                    .flatMap(
                            calls ->
                                    calls.calls().stream()
                                            .map(
                                                    call ->
                                                            job(
                                                                    call.method(),
                                                                    incidentId,
                                                                    pageId,
                                                                    step,
                                                                    reason,
                                                                    calls.byRule()
                                                                            ? rule(call)
                                                                            : null)))
                    .toList();
        }

        private static DeliveryStore.Rule rule(CallPlan.Call call) {
            return new DeliveryStore.Rule(call.place(), call.after());
        }

        private DeliveryStore.Job job(
                MethodChoice choice,
                String incidentId,
                String pageId,
                int step,
                String reason,
                DeliveryStore.Rule rule) {
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
                    reason,
                    rule);
        }
    }

    /** By the contact's rule, where one holds for what the attack weighs. */
    Uni<Choice> forStep(Contact contact, StaffMember target, Incident incident) {
        return unless(
                contact,
                target,
                incident,
                CallPlan.of(
                        contact, target.weight(incident.severity()), target, notifiers.served()));
    }

    /**
     * Whatever their rules say.
     *
     * @param from place among the contact's methods, from 0
     */
    Uni<Choice> forPage(Contact contact, int from, StaffMember target, Incident incident) {
        return unless(
                contact,
                target,
                incident,
                new CallPlan(
                        MethodChoice.next(contact, from, target, notifiers.served())
                                .map(method -> new CallPlan.Call(method, 0, Duration.ZERO))
                                .stream()
                                .toList(),
                        false));
    }

    private Uni<Choice> unless(
            Contact contact, StaffMember target, Incident incident, CallPlan plan) {
        if (contact.belongsTo(target)) {
            return Uni.createFrom().item(new Choice(contact, NotifyReason.IS_TARGET));
        }
        return isAuthor(contact, incident)
                .map(
                        author ->
                                Boolean.TRUE.equals(author)
                                        ? new Choice(contact, NotifyReason.IS_AUTHOR)
                                        : by(plan, contact, target));
    }

    private Choice by(CallPlan plan, Contact contact, StaffMember target) {
        List<MethodChoice> beside = MethodChoice.beside(contact, target, notifiers.served());
        NotifyReason why = NotifyReason.by(plan, !beside.isEmpty());
        return new Choice(contact, why, Optional.of(plan).filter(calls -> why.calls()), beside);
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
