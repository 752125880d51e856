package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Sighting;

/** What is stored of those who attack somebody together. Within the caller's transaction. */
public interface CrowdHistory {

    /**
     * Attacks that are stored.
     *
     * @param incidents unresolved ones that they are part of, by the id of the assessment
     * @param persons one name for all accounts that are declared to be one author's, by author
     */
    record Attacks(
            List<Sighting> sightings, Map<String, String> incidents, Map<String, String> persons) {}

    /**
     * The newest attacks on people.
     *
     * @param most for each of them
     */
    Uni<Attacks> attacks(Collection<String> staffIds, Instant since, int most);

    /** Which of these authors wrote before then of anybody. */
    Uni<Set<String>> seenBefore(Collection<String> authors, Instant before);

    /** Which of these authors became members within that time until now. */
    Uni<Crowd.Joins> joined(Collection<String> authors, Duration within, Instant now);
}
