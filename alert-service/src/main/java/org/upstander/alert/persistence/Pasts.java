package org.upstander.alert.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.pattern.PatternHistory.Past;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Sighting;

/** Puts rows of {@link SqlPatternHistory} together. */
final class Pasts {

    private static final String PERSONAL = "personal";

    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, Set<String>> inIncidents = new HashMap<>();
    private final List<Encounter.Act> acts = new ArrayList<>();
    private final List<Encounter.Attempt> attempts = new ArrayList<>();

    static Past of(List<Object[]> posts) {
        Pasts past = new Pasts();
        posts.forEach(past::post);
        return past.done();
    }

    void post(Object[] row) {
        String id = (String) row[1];
        sightings.add(
                new Sighting(
                        id,
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        micros(row[7]),
                        Verdict.of((String) row[8]).orElseThrow(),
                        ((Number) row[9]).intValue(),
                        ((Number) row[10]).doubleValue(),
                        (String) row[11],
                        (Boolean) row[12]));
        in(id, row[13], row[13] != null);
    }

    void signal(Object[] row) {
        String id = (String) row[1];
        String action = (String) row[2];
        String kind = (String) row[3];
        Instant at = micros(row[6]);
        if (action != null) {
            acts.add(new Encounter.Act(action, (String) row[4], at, link((String) row[9])));
        } else if (kind != null) {
            attempts.add(new Encounter.Attempt(id, kind, PERSONAL.equals(row[5]), at));
            in(id, row[7], row[8] != null);
        }
    }

    private static String link(String declaredBy) {
        return declaredBy == null ? null : "declared as the same person by " + declaredBy;
    }

    private void in(String id, Object patterns, boolean incident) {
        if (incident) {
            String words = patterns == null ? "" : (String) patterns;
            inIncidents.put(id, words.isEmpty() ? Set.of() : Set.of(words.split(",")));
        }
    }

    Past done() {
        return new Past(sightings, inIncidents, acts, attempts);
    }

    /** A time that travelled as a number. */
    static Instant micros(Object sinceEpoch) {
        return Instant.EPOCH.plus(((Number) sinceEpoch).longValue(), ChronoUnit.MICROS);
    }
}
