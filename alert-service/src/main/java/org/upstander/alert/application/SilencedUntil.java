package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.Silence;

/** Which incidents a silence holds, and for how long. */
@ApplicationScoped
class SilencedUntil {

    private final ActiveSilences silences;
    private final HoldStore holds;

    SilencedUntil(ActiveSilences silences, HoldStore holds) {
        this.silences = silences;
        this.holds = holds;
    }

    /** The end of the longest silence of each incident that has one, by incident. */
    Uni<Map<String, Instant>> of(Collection<Incident> incidents, Instant now) {
        return silences.at(now)
                .chain(
                        active ->
                                active.isEmpty()
                                        ? Uni.createFrom().item(Map.of())
                                        : holds.authors(
                                                        incidents.stream()
                                                                .map(Incident::id)
                                                                .toList())
                                                .map(
                                                        authors ->
                                                                ends(
                                                                        incidents, authors,
                                                                        active, now)));
    }

    private static Map<String, Instant> ends(
            Collection<Incident> incidents,
            Map<String, List<Author>> authors,
            List<Silence> active,
            Instant now) {
        Map<String, Instant> ends = new HashMap<>();
        for (Incident incident : incidents) {
            List<Author> wrote = authors.getOrDefault(incident.id(), List.of());
            active.stream()
                    .filter(silence -> silence.holds(incident, wrote, now))
                    .map(Silence::endsAt)
                    .max(Instant::compareTo)
                    .ifPresent(end -> ends.put(incident.id(), end));
        }
        return ends;
    }
}
