package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Ids.DedupKey;
import org.upstander.alert.domain.NotifyReason;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Turns the targets of a step into deliveries, and says of each why, or why not. */
@ApplicationScoped
class CallContacts {

    private final RouteStep routeStep;
    private final ChooseMethod chooseMethod;
    private final CallMetrics metrics;

    CallContacts(RouteStep routeStep, ChooseMethod chooseMethod, CallMetrics metrics) {
        this.routeStep = routeStep;
        this.chooseMethod = chooseMethod;
        this.metrics = metrics;
    }

    /**
     * @param jobs a delivery for each contact that is called, and the neutral notice
     * @param told why, for each contact
     * @param called how many contacts are called
     * @param own how many of them the step itself names, rather than somebody beside them
     */
    record Calls(List<DeliveryStore.Job> jobs, List<TimelineEntry> told, int called, int own) {}

    /** Who acted against authors of these incidents lately, by incident. */
    Uni<Map<String, Set<String>>> moderators(List<PageStore.DuePage> pages) {
        return routeStep.moderators(pages);
    }

    /**
     * Reads within the caller's transaction, writes nothing.
     *
     * @param moderators of this page's incident, see {@link #moderators}
     */
    Uni<Calls> decide(
            EscalationPolicy policy,
            StaffMember staff,
            PageStore.DuePage page,
            Set<String> moderators,
            Instant now) {
        return routeStep
                .decide(policy, staff, page, moderators, now)
                .map(
                        route ->
                                new Calls(
                                        jobs(route.choices(), staff, page),
                                        told(route.choices(), route.nobody(), page, now),
                                        count(route, NotifyReason::calls),
                                        count(route, why -> why == NotifyReason.CALLED)));
    }

    private static int count(RouteStep.Route route, Predicate<NotifyReason> which) {
        return (int) route.choices().stream().filter(one -> which.test(one.why())).count();
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
            jobs.addAll(
                    decision.jobs(
                            page.incident().id(),
                            page.id(),
                            stepNumber(page.position()),
                            page.reason()));
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
