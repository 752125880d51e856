package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.PatternIncidents;
import org.upstander.alert.application.pattern.Seen;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.MergeOfMany;

/**
 * Has the incident of a pile-on or a campaign take in those that its first authors opened before it
 * was one, as {@link MergeOfMany} decides.
 */
@ApplicationScoped
class MergeSingles {

    /** In one transaction; the next attack of the pattern goes on with those that are left. */
    private static final int MOST = 20;

    private static final String SERVICE = "Upstander";

    private final PatternIncidents patternIncidents;
    private final IncidentStore incidents;
    private final MergeIncidents mergeIncidents;
    private final EngineSettings settings;

    MergeSingles(
            PatternIncidents patternIncidents,
            IncidentStore incidents,
            MergeIncidents mergeIncidents,
            EngineSettings settings) {
        this.patternIncidents = patternIncidents;
        this.incidents = incidents;
        this.mergeIncidents = mergeIncidents;
        this.settings = settings;
    }

    /** Within the caller's transaction, once what was seen is kept. */
    Uni<Void> into(Seen seen, List<Grouping.Change> changes, Instant now) {
        List<Finding> ofMany = seen.ofMany();
        if (!seen.isApart(changes)) {
            return Uni.createFrom().voidItem();
        }
        Set<String> made =
                ofMany.stream().flatMap(one -> one.made().stream()).collect(Collectors.toSet());
        return patternIncidents
                .holding(made)
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : each(ofMany, new Apart(found), now));
    }

    private Uni<Void> each(List<Finding> ofMany, Apart apart, Instant now) {
        return Multi.createFrom()
                .iterable(ofMany)
                .onItem()
                .transformToUniAndConcatenate(one -> merge(one, apart, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> merge(Finding finding, Apart apart, Instant now) {
        Optional<MergeOfMany.Merge> decided =
                MergeOfMany.decide(finding.kind(), apart.candidates(finding), settings.window());
        if (decided.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Incident into = decided.get().into();
        List<Incident> from = decided.get().from().stream().limit(MOST).toList();
        Set<String> ids = from.stream().map(Incident::id).collect(Collectors.toSet());
        ids.add(into.id());
        String why = ": part of the same " + finding.kind().wireName();
        // What somebody else changed since it was read is a StoreConflict when it is written.
        return incidents
                .lock(ids)
                .chain(
                        () ->
                                mergeIncidents.merge(
                                        from,
                                        into,
                                        new MergeIncidents.By(SERVICE, why, false),
                                        now))
                .invoke(grown -> apart.merged(from, grown))
                .replaceWithVoid();
    }

    /** In which incidents the posts of the patterns are, while they are merged. */
    private static final class Apart {

        private final Map<String, String> incidentOf = new HashMap<>();
        private final Map<String, String> posts = new HashMap<>();
        private final Map<String, Incident> incidents = new HashMap<>();
        private final Map<String, Set<String>> related = new HashMap<>();

        private Apart(List<PatternIncidents.Holding> found) {
            for (PatternIncidents.Holding one : found) {
                String incidentId = one.incident().id();
                one.posts().keySet().forEach(id -> incidentOf.put(id, incidentId));
                posts.putAll(one.posts());
                incidents.put(incidentId, one.incident());
                related.put(incidentId, one.related());
            }
        }

        private List<MergeOfMany.Candidate> candidates(Finding finding) {
            Map<String, Set<String>> those = new HashMap<>();
            for (String id : finding.made()) {
                if (incidentOf.containsKey(id)) {
                    those.computeIfAbsent(incidentOf.get(id), one -> new HashSet<>())
                            .add(posts.get(id));
                }
            }
            return those.entrySet().stream()
                    .map(
                            one ->
                                    new MergeOfMany.Candidate(
                                            incidents.get(one.getKey()),
                                            one.getValue().size(),
                                            related.get(one.getKey())))
                    .toList();
        }

        private void merged(List<Incident> from, Incident grown) {
            Set<String> gone = from.stream().map(Incident::id).collect(Collectors.toSet());
            incidentOf.replaceAll((id, one) -> gone.contains(one) ? grown.id() : one);
            incidents.put(grown.id(), grown);
        }
    }
}
