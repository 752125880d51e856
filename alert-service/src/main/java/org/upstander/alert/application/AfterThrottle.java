package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * What follows when an address had enough pages. The contact's next method is tried at once. Where
 * there is none, nobody else of the step is or was reached, and the step is the last of its policy,
 * the last resort is called at once: nobody else is to come who could help meanwhile.
 */
@ApplicationScoped
class AfterThrottle {

    private final NextMethod nextMethod;
    private final DeliveryOutcomes outcomes;
    private final IncidentPolicy policies;
    private final NextSteps steps;
    private final Timeline timeline;

    AfterThrottle(
            NextMethod nextMethod,
            DeliveryOutcomes outcomes,
            IncidentPolicy policies,
            NextSteps steps,
            Timeline timeline) {
        this.nextMethod = nextMethod;
        this.outcomes = outcomes;
        this.policies = policies;
        this.steps = steps;
        this.timeline = timeline;
    }

    /** Within the caller's transaction, under the incident's lock; once for each page. */
    Uni<Void> goOn(ThrottlePages.Held held, Incident incident, Instant now) {
        DeliveryStore.Job job = held.claim().job();
        Instant until = held.until().truncatedTo(ChronoUnit.SECONDS);
        return tell(
                        job,
                        now,
                        "%s of %s had enough pages for now and waits until %s at least; the next method, if there is one, is tried at once"
                                .formatted(job.channel().wireName(), job.contactId(), until))
                .chain(() -> nextMethod.use(job, incident, now))
                .chain(() -> outcomes.anyAliveOrDelivered(job.pageId()))
                .chain(
                        alive ->
                                Boolean.TRUE.equals(alive)
                                        ? Uni.createFrom().voidItem()
                                        : policies.of(incident)
                                                .chain(
                                                        policy ->
                                                                lastResort(
                                                                        policy, job, until, now)));
    }

    private Uni<Void> lastResort(
            Optional<EscalationPolicy> policy, DeliveryStore.Job job, Instant until, Instant now) {
        if (policy.isEmpty() || policy.get().lastResortContactId() == null) {
            return Uni.createFrom().voidItem();
        }
        return steps.lastResortNow(
                        job.pageId(),
                        policy.get().steps().size(),
                        now,
                        "The last step has to wait for its address")
                .chain(
                        there ->
                                Boolean.TRUE.equals(there)
                                        ? tell(
                                                job,
                                                now,
                                                "nobody of the last step can be called before %s: the last resort is called at once"
                                                        .formatted(until))
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(DeliveryStore.Job job, Instant now, String what) {
        return timeline.add(
                List.of(
                        new TimelineEntry(
                                job.incidentId(),
                                now,
                                What.NOT_PAGED,
                                "Step %d: %s".formatted(job.step(), what))));
    }
}
