package org.upstander.ingest.application.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.upstander.ingest.application.delivery.DeliveryMetrics;
import org.upstander.ingest.application.delivery.DeliveryWatch;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.PollWatch;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Collects what is seen of sources, and keeps it from time to time: not a write for each post. */
@ApplicationScoped
class SourceHealth implements DeliveryWatch, PollWatch {

    /** A place may fail to answer now and then. */
    private static final int FAILURES_OF_A_GAP = 3;

    /** These do not pass by themselves. */
    private static final Set<Said.Cause> AT_ONCE =
            Set.of(Said.Cause.REFUSED, Said.Cause.GONE, Said.Cause.NO_HUB);

    private final HealthStore store;
    private final DeliveryMetrics metrics;
    private final Map<String, Observed> unkept = new ConcurrentHashMap<>();

    SourceHealth(HealthStore store, DeliveryMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public void saw(Source source, Outcome outcome, Instant at) {
        metrics.delivered(source.type(), outcome.kind());
        add(source.id(), observed(outcome, at));
    }

    @Override
    public void answered(Source source, List<Admission<Post>> posts, Instant at) {
        metrics.polled(source.type(), posts.isEmpty() ? "nothing" : "posts");
        long good = accepted(posts);
        add(
                source.id(),
                new Observed(at, good > 0 ? at : null, good, posts.size() - good, 0, 0, null, at));
    }

    /** In the past, so that the next answer ends it. */
    @Override
    public void lost(Source source, Instant since) {
        metrics.polled(source.type(), "lost");
        add(
                source.id(),
                new Observed(null, null, 0, 0, 0, 0, new Observed.Gap(Said.Cause.LOST, since)));
    }

    @Override
    public void failed(Source source, PollFailure why, int failures, Instant since) {
        metrics.polled(source.type(), why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        long notReadable = why == PollFailure.NOT_READABLE || why == PollFailure.TOO_LARGE ? 1 : 0;
        Said.Cause cause =
                switch (why) {
                    case REFUSED -> Said.Cause.REFUSED;
                    case GONE -> Said.Cause.GONE;
                    case NO_HUB -> Said.Cause.NO_HUB;
                    case RATE_LIMITED -> Said.Cause.RATE_LIMITED;
                    default -> Said.Cause.UNREACHABLE;
                };
        boolean atOnce = AT_ONCE.contains(cause);
        add(
                source.id(),
                new Observed(
                        null,
                        null,
                        0,
                        0,
                        0,
                        notReadable,
                        atOnce || failures >= FAILURES_OF_A_GAP
                                ? new Observed.Gap(cause, since)
                                : null));
    }

    /** Keeps what was collected; what cannot be kept now is tried with the next. */
    CompletionStage<Void> keep() {
        Map<String, Observed> taken = new HashMap<>();
        for (String id : List.copyOf(unkept.keySet())) {
            Observed observed = unkept.remove(id);
            if (observed != null) {
                taken.put(id, observed);
            }
        }
        if (taken.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return store.add(taken)
                .whenComplete(
                        (kept, failure) -> {
                            if (failure != null) {
                                taken.forEach(
                                        (id, earlier) ->
                                                unkept.merge(
                                                        id,
                                                        earlier,
                                                        (later, same) -> earlier.and(later)));
                            }
                        });
    }

    private void add(String id, Observed observed) {
        unkept.merge(id, observed, Observed::and);
    }

    private static Observed observed(Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.NotProven) {
            return new Observed(null, null, 0, 0, 1, 0, null);
        }
        if (outcome instanceof Outcome.NotReadable) {
            return new Observed(at, null, 0, 0, 0, 1, null);
        }
        if (outcome instanceof Outcome.Taken taken) {
            long good = accepted(taken.posts()) + accepted(taken.signals());
            long all = taken.posts().size() + taken.signals().size();
            return new Observed(at, good > 0 ? at : null, good, all - good, 0, 0, null);
        }
        if (outcome instanceof Outcome.Heard heard && heard.said() instanceof Said.Gap gap) {
            return new Observed(at, null, 0, 0, 0, 0, new Observed.Gap(gap.cause(), at));
        }
        return new Observed(at, null, 0, 0, 0, 0, null);
    }

    private static long accepted(List<? extends Admission<?>> items) {
        return items.stream().filter(item -> item instanceof Admission.Accepted).count();
    }
}
