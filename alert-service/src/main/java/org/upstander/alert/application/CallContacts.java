package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Ids.DedupKey;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.Recipients;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Turns the targets of a step into deliveries, and says of each why, or why not. */
@ApplicationScoped
class CallContacts {

    private final ChooseMethod chooseMethod;
    private final OnCall onCall;
    private final Directory directory;
    private final CallMetrics metrics;

    CallContacts(
            ChooseMethod chooseMethod, OnCall onCall, Directory directory, CallMetrics metrics) {
        this.chooseMethod = chooseMethod;
        this.onCall = onCall;
        this.directory = directory;
        this.metrics = metrics;
    }

    /**
     * @param jobs a delivery for each contact that is called, and the neutral notice
     * @param told why, for each contact
     * @param called how many contacts are called
     */
    record Calls(List<DeliveryStore.Job> jobs, List<TimelineEntry> told, int called) {}

    /** Reads within the caller's transaction, writes nothing. */
    Uni<Calls> decide(
            StaffMember staff, List<Target> targets, PageStore.DuePage page, Instant now) {
        return onCall.at(now, staff, targets)
                .chain(
                        people ->
                                Multi.createFrom()
                                        .iterable(people.contacts())
                                        .onItem()
                                        .transformToUniAndConcatenate(id -> decide(id, staff, page))
                                        .collect()
                                        .asList()
                                        .map(
                                                all ->
                                                        HoldQuiet.among(
                                                                all,
                                                                page.incident().severity(),
                                                                now))
                                        .map(choices -> calls(choices, people, staff, page, now)));
    }

    private Calls calls(
            List<ChooseMethod.Choice> decisions,
            Recipients people,
            StaffMember staff,
            PageStore.DuePage page,
            Instant now) {
        return new Calls(
                jobs(decisions, staff, page),
                told(decisions, people.nobody(), page, now),
                (int) decisions.stream().filter(one -> one.why().calls()).count());
    }

    private Uni<ChooseMethod.Choice> decide(
            String contactId, StaffMember staff, PageStore.DuePage page) {
        return directory
                .contact(contactId)
                .chain(
                        found ->
                                found.map(
                                                contact ->
                                                        chooseMethod.forPage(
                                                                contact, 0, staff, page.incident()))
                                        .orElseGet(() -> unknown(contactId)));
    }

    private static Uni<ChooseMethod.Choice> unknown(String contactId) {
        Contact nobody = new Contact(contactId, contactId, List.of(), ZoneOffset.UTC, null);
        return Uni.createFrom()
                .item(
                        new ChooseMethod.Choice(
                                nobody, NotifyReason.UNKNOWN_CONTACT, Optional.empty()));
    }

    private List<TimelineEntry> told(
            List<ChooseMethod.Choice> decisions,
            List<String> nobody,
            PageStore.DuePage page,
            Instant now) {
        decisions.forEach(decision -> metrics.called(decision.why()));
        String prefix = "Step " + stepNumber(page.position()) + ": ";
        String incidentId = page.incident().id();
        List<TimelineEntry> entries = new ArrayList<>();
        for (ChooseMethod.Choice one : decisions) {
            entries.add(
                    new TimelineEntry(
                            incidentId,
                            now,
                            one.why().calls() ? What.PAGED : What.NOT_PAGED,
                            prefix + one.sentence()));
        }
        for (String why : nobody) {
            entries.add(new TimelineEntry(incidentId, now, What.NOT_PAGED, prefix + why));
        }
        return entries;
    }

    private List<DeliveryStore.Job> jobs(
            List<ChooseMethod.Choice> decisions, StaffMember staff, PageStore.DuePage page) {
        List<DeliveryStore.Job> jobs = new ArrayList<>();
        for (ChooseMethod.Choice decision : decisions) {
            decision.method()
                    .ifPresent(
                            choice ->
                                    jobs.add(
                                            decision.job(
                                                    page.incident().id(),
                                                    page.id(),
                                                    stepNumber(page.position()),
                                                    page.reason())));
        }
        if (page.position().equals(Position.FIRST)) {
            chooseMethod.notice(staff).ifPresent(method -> jobs.add(notice(page, method)));
        }
        return List.copyOf(jobs);
    }

    private static DeliveryStore.Job notice(PageStore.DuePage page, ContactMethod method) {
        String incidentId = page.incident().id();
        return new DeliveryStore.Job(
                DedupKey.notice(incidentId).value(),
                DeliveryStore.Kind.NOTICE,
                incidentId,
                null,
                null,
                0,
                method.channel(),
                method.address(),
                1,
                "She asked to be told");
    }

    private static int stepNumber(Position position) {
        return position.step() + 1;
    }
}
