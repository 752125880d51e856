package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Sighting;

/**
 * What is stored of authors and of the people whom they write about. Within the caller's
 * transaction.
 */
public interface PatternHistory {

    /**
     * What one author did.
     *
     * @param sightings the newest posts on the person
     * @param inIncidents patterns of the incidents that posts and attempts are part of, by their
     *     id; no entry for those that are part of none
     * @param acts moderation actions against the account
     * @param attempts to reach the person
     */
    record Past(
            List<Sighting> sightings,
            Map<String, Set<String>> inIncidents,
            List<Encounter.Act> acts,
            List<Encounter.Attempt> attempts) {

        public static final Past NOTHING = new Past(List.of(), Map.of(), List.of(), List.of());
    }

    /**
     * How much of their past is asked for.
     *
     * @param since posts before it are left out
     * @param signalsSince actions and attempts before it are left out
     * @param most posts for each pair
     * @param apart of a pair that has no post as old as this, and of whose author there is no
     *     signal, no posts are wanted: they are too close to each other to say anything
     * @param whole pairs of which posts are wanted all the same
     */
    record Extent(Instant since, Instant signalsSince, int most, Instant apart, Set<Pair> whole) {}

    /**
     * @return an entry only where there is something
     */
    Uni<Map<Pair, Past>> of(Collection<Pair> pairs, Extent extent);

    /**
     * Attacks by the same account where only its handle says so: of the pair and of them, one tells
     * no id. The newest.
     */
    Uni<List<Sighting>> attacksByHandle(Pair pair, Instant since, int most);

    /**
     * The newest posts of anybody on one person.
     *
     * @param most of them
     */
    Uni<Past> ofEverybody(String staffId, Instant since, int most);

    /**
     * When the authors of these pairs wrote of others of the staff than the one of the pair, spam
     * left out; to half an hour, each once.
     */
    Uni<Map<Pair, List<Instant>>> elsewhere(Collection<Pair> pairs, Instant since);
}
