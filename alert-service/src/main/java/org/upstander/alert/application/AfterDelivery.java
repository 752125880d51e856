package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.DeliveryOutcomes.Attempt;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** What follows when a delivery arrived, or when one that triggers another system has ended. */
@ApplicationScoped
class AfterDelivery {

    private final Timeline timeline;
    private final StateDeliveries others;
    private final AlertRefreshes refreshes;

    AfterDelivery(Timeline timeline, StateDeliveries others, AlertRefreshes refreshes) {
        this.timeline = timeline;
        this.others = others;
        this.refreshes = refreshes;
    }

    /** Says so on the timelines, but for what comes every few minutes. */
    Uni<Void> arrived(List<DeliveryStore.Job> jobs, Instant now) {
        return timeline.add(
                jobs.stream()
                        .filter(job -> job.kind() != DeliveryStore.Kind.REFRESH)
                        .map(job -> arrived(job, now))
                        .toList());
    }

    private static TimelineEntry arrived(DeliveryStore.Job job, Instant now) {
        return new TimelineEntry(
                job.incidentId(),
                now,
                job.kind() == DeliveryStore.Kind.NOTICE ? What.NOTICE : What.DELIVERED,
                sentence(job));
    }

    private static String sentence(DeliveryStore.Job job) {
        String channel = job.channel().wireName();
        return switch (job.kind()) {
            case PAGE ->
                    (job.mayReach()
                                    ? "Step %d: %s took the message to %s"
                                    : "Step %d: %s of %s has it, which reaches nobody by itself")
                            .formatted(job.step(), channel, job.contactId());
            case NOTICE -> "The neutral notice went to the attacked member of staff";
            case ACKNOWLEDGE ->
                    "%s of %s was told that it is acknowledged".formatted(channel, job.contactId());
            case RESOLVE ->
                    "%s of %s was told that it is resolved".formatted(channel, job.contactId());
            case REFRESH -> "%s of %s was told that it goes on".formatted(channel, job.contactId());
        };
    }

    /**
     * An attempt that was under way while somebody acknowledged has opened an alert elsewhere, or
     * may have: that one is told now. One that ends there by itself is sent again later.
     *
     * @param locked the incidents of the batch, as they are now
     */
    Uni<Void> ended(List<Attempt> batch, List<Incident> locked, Instant now) {
        Set<String> triggered =
                batch.stream()
                        .map(attempt -> attempt.claim().job())
                        .filter(AfterDelivery::triggers)
                        .map(DeliveryStore.Job::incidentId)
                        .collect(Collectors.toSet());
        Set<String> endAlone =
                batch.stream()
                        .map(attempt -> attempt.claim().job())
                        .filter(job -> triggers(job) && job.channel().endsAlone())
                        .map(DeliveryStore.Job::incidentId)
                        .collect(Collectors.toSet());
        return tell(triggered, locked, now).chain(() -> refreshes.plan(endAlone, now));
    }

    private static boolean triggers(DeliveryStore.Job job) {
        return job.channel().keepsState()
                && (job.kind() == DeliveryStore.Kind.PAGE
                        || job.kind() == DeliveryStore.Kind.REFRESH);
    }

    private Uni<Void> tell(Set<String> triggered, List<Incident> locked, Instant now) {
        return Multi.createFrom()
                .iterable(locked)
                .filter(incident -> !incident.isOpen() && triggered.contains(incident.id()))
                .onItem()
                .transformToUniAndConcatenate(incident -> others.tell(incident, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
