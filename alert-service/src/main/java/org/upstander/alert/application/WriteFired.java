package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.upstander.alert.domain.EscalationPolicy;

/** Writes what a round of pages came to, a table at a time. Within the caller's transaction. */
@ApplicationScoped
class WriteFired {

    private final PageStore pages;
    private final DeliveryStore deliveries;
    private final Timeline timeline;

    WriteFired(PageStore pages, DeliveryStore deliveries, Timeline timeline) {
        this.pages = pages;
        this.deliveries = deliveries;
        this.timeline = timeline;
    }

    Uni<Void> write(List<Fired> round, Instant now) {
        Map<String, EscalationPolicy> pins = new HashMap<>();
        Map<String, Instant> later = new HashMap<>();
        for (Fired fired : round) {
            fired.pin().ifPresent(policy -> pins.put(fired.page().incident().id(), policy));
            fired.notBefore().ifPresent(due -> later.put(fired.page().id(), due));
        }
        return pages.pin(pins)
                .chain(() -> pages.putBack(later))
                .chain(() -> timeline.add(all(round, Fired::told)))
                .chain(() -> deliveries.add(all(round, Fired::jobs), now))
                .chain(() -> pages.schedule(all(round, Fired::next)));
    }

    private static <T> List<T> all(List<Fired> round, Function<Fired, List<T>> part) {
        return round.stream().map(part).flatMap(Collection::stream).toList();
    }
}
