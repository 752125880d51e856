package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;

/**
 * Fires what an incident has to come for somebody who waits for it, and says what came of it. A
 * step that reaches nobody is followed by the next at once.
 */
@ApplicationScoped
class CallNow {

    /** More steps than a policy has. What is left then fires by itself. */
    private static final int MOST = 25;

    private final NextSteps steps;
    private final HoldPages holdPages;
    private final FirePage firePage;
    private final WriteFired writeFired;
    private final WhyNobody whyNobody;
    private final Timeline timeline;

    CallNow(
            NextSteps steps,
            HoldPages holdPages,
            FirePage firePage,
            WriteFired writeFired,
            WhyNobody whyNobody,
            Timeline timeline) {
        this.steps = steps;
        this.holdPages = holdPages;
        this.firePage = firePage;
        this.writeFired = writeFired;
        this.whyNobody = whyNobody;
        this.timeline = timeline;
    }

    /**
     * Within the caller's transaction.
     *
     * @param incident open, locked
     * @param due its steps, taken
     * @param reason a sentence for the timeline
     */
    Uni<Escalation> call(
            Incident incident, List<PageStore.DuePage> due, String reason, Instant now) {
        TimelineEntry told =
                new TimelineEntry(incident.id(), now, TimelineEntry.What.ESCALATED, reason);
        return timeline.add(List.of(told)).chain(() -> call(incident, due, now, 1));
    }

    private Uni<Escalation> call(
            Incident incident, List<PageStore.DuePage> due, Instant now, int round) {
        return holdPages
                .free(due, now)
                .chain(
                        free ->
                                free.isEmpty()
                                        ? whyNobody.held(due, now)
                                        : fire(incident, free, now, round));
    }

    private Uni<Escalation> fire(
            Incident incident, List<PageStore.DuePage> free, Instant now, int round) {
        return firePage.decideAtOnce(free, now)
                .call(fired -> writeFired.write(fired, now))
                .chain(
                        fired -> {
                            List<Escalation.Call> called = called(fired);
                            if (!called.isEmpty()) {
                                return Uni.createFrom().item(Escalation.paged(called));
                            }
                            return round < MOST
                                    ? goOn(incident, now, round)
                                    : Uni.createFrom()
                                            .item(
                                                    Escalation.waiting(
                                                            now,
                                                            "The steps so far reached nobody; the others follow at once"));
                        });
    }

    private Uni<Escalation> goOn(Incident incident, Instant now, int round) {
        return steps.take(incident, now, "The step before reached nobody")
                .chain(
                        due ->
                                due.isEmpty()
                                        ? whyNobody.of(incident)
                                        : call(incident, due, now, round + 1));
    }

    private static List<Escalation.Call> called(List<Fired> round) {
        List<Escalation.Call> called = new ArrayList<>();
        for (Fired fired : round) {
            fired.jobs().stream()
                    .filter(job -> job.kind() == DeliveryStore.Kind.PAGE)
                    .map(job -> new Escalation.Call(job.contactId(), job.channel()))
                    .forEach(called::add);
        }
        return called;
    }
}
