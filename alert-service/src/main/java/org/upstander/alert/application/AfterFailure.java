package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * What follows a failed attempt. After the first failure of an address the contact's next method is
 * tried at once, while the failed one is repeated in its own time; whichever arrives first cancels
 * the other. When a contact has no method left, and nobody else of the step was or may yet be
 * reached, the next step is due at once.
 */
@ApplicationScoped
class AfterFailure {

    private final DeliveryOutcomes outcomes;
    private final NextMethod nextMethod;
    private final PageStore pages;
    private final Timeline timeline;
    private final AlertMetrics metrics;
    private final EngineSettings settings;

    AfterFailure(
            DeliveryOutcomes outcomes,
            NextMethod nextMethod,
            PageStore pages,
            Timeline timeline,
            AlertMetrics metrics,
            EngineSettings settings) {
        this.outcomes = outcomes;
        this.nextMethod = nextMethod;
        this.pages = pages;
        this.timeline = timeline;
        this.metrics = metrics;
        this.settings = settings;
    }

    Uni<Void> tryAgain(
            DeliveryStore.Claim claim,
            Incident incident,
            DeliveryResult.TryAgain result,
            Instant now) {
        Optional<Duration> pause =
                settings.deliveries()
                        .backoff()
                        .afterAttempt(claim.job().id(), claim.attempt(), result.after());
        if (pause.isEmpty()) {
            return refused(claim, incident, result.kind(), now);
        }
        return outcomes.again(claim, now.plus(pause.get()), result.kind())
                .chain(
                        ours ->
                                Boolean.TRUE.equals(ours) && claim.attempt() == 1
                                        ? nextMethod.use(claim.job(), incident, now)
                                        : Uni.createFrom().voidItem());
    }

    Uni<Void> refused(DeliveryStore.Claim claim, Incident incident, FailureKind kind, Instant now) {
        return outcomes.failed(claim, kind)
                .chain(
                        ours ->
                                Boolean.TRUE.equals(ours)
                                        ? givenUp(claim, incident, kind, now)
                                        : Uni.createFrom().voidItem());
    }

    /**
     * It was never sent: what was right when it was decided is so no more.
     *
     * @param reason a sentence for the timeline
     */
    Uni<Void> cancelled(DeliveryStore.Claim claim, Incident incident, String reason, Instant now) {
        DeliveryStore.Job job = claim.job();
        return outcomes.cancelled(claim)
                .chain(
                        ours ->
                                Boolean.TRUE.equals(ours)
                                        ? tell(job, now, What.NOT_PAGED, reason)
                                                .chain(() -> nextMethod.instead(job, incident, now))
                                                .chain(
                                                        () ->
                                                                nextStepIfNobodyIsLeft(
                                                                        job, incident, now))
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> givenUp(
            DeliveryStore.Claim claim, Incident incident, FailureKind kind, Instant now) {
        DeliveryStore.Job job = claim.job();
        // It is sent again in a few minutes all the same, and a timeline is no log.
        if (job.kind() == DeliveryStore.Kind.REFRESH && kind != FailureKind.GONE) {
            return Uni.createFrom().voidItem();
        }
        String who = job.contactId() == null ? "the neutral notice" : job.contactId();
        String reason =
                "Step %d: %s to %s failed after attempt %d: %s"
                        .formatted(
                                job.step(),
                                job.channel().wireName(),
                                who,
                                claim.attempt(),
                                kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                        + (kind == FailureKind.GONE ? "; it is used no more" : ""));
        return tell(job, now, reason)
                .chain(() -> nextMethod.afterRefusal(job, incident, kind, now))
                .chain(() -> nextStepIfNobodyIsLeft(job, incident, now));
    }

    private Uni<Void> nextStepIfNobodyIsLeft(
            DeliveryStore.Job job, Incident incident, Instant now) {
        if (!job.mayReach() || !incident.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return outcomes.anyAliveOrDelivered(job.pageId())
                .chain(
                        alive ->
                                Boolean.TRUE.equals(alive)
                                        ? Uni.createFrom().voidItem()
                                        : nextStep(job, now));
    }

    private Uni<Void> nextStep(DeliveryStore.Job job, Instant now) {
        metrics.nobodyCalled();
        return pages.bringForward(job.incidentId(), now, "The step before reached nobody")
                .chain(
                        there ->
                                tell(
                                        job,
                                        now,
                                        Boolean.TRUE.equals(there)
                                                ? "Nobody was reached: the next step is due at once"
                                                : "Nobody was reached, and nobody is left to call"));
    }

    private Uni<Void> tell(DeliveryStore.Job job, Instant now, String reason) {
        return tell(job, now, What.DELIVERY_FAILED, reason);
    }

    private Uni<Void> tell(DeliveryStore.Job job, Instant now, What what, String reason) {
        return timeline.add(List.of(new TimelineEntry(job.incidentId(), now, what, reason)));
    }
}
