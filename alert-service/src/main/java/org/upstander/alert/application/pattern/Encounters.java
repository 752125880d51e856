package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Person;
import org.upstander.alert.domain.pattern.Sighting;
import org.upstander.alert.domain.pattern.WorkingHours;

/**
 * Reads what is known of pairs of an author and a member of staff. Within the caller's transaction.
 */
@ApplicationScoped
class Encounters {

    private static final int FEW = 8;

    private final PatternHistory history;
    private final ToldRuns toldRuns;
    private final ProtectedPeople people;
    private final PatternSettings settings;
    private final Bars bars;

    Encounters(
            PatternHistory history,
            ToldRuns toldRuns,
            ProtectedPeople people,
            PatternSettings settings,
            Bars bars) {
        this.history = history;
        this.toldRuns = toldRuns;
        this.people = people;
        this.settings = settings;
        this.bars = bars;
    }

    /**
     * What was before some assessments came.
     *
     * @param persons whom they are about
     * @param pasts of those who wrote them
     * @param told of what somebody was told
     */
    record Before(
            Map<String, Person> persons,
            Map<Pair, PatternHistory.Past> pasts,
            Map<Pair, Map<PatternKind, Encounter.Told>> told) {

        /**
         * @param fresh of those, the ones that are not stored yet
         * @return one for each, by its id
         */
        Map<String, Encounter> and(List<Assessment> fresh, Instant now) {
            Map<Pair, Encounter> byPair = new HashMap<>();
            byPair(fresh, now).forEach((pair, sightings) -> byPair.put(pair, of(pair, sightings)));
            return fresh.stream()
                    .collect(Collectors.toMap(Assessment::id, one -> byPair.get(Pair.of(one))));
        }

        private Encounter of(Pair pair, List<Sighting> sightings) {
            PatternHistory.Past past = pasts.getOrDefault(pair, PatternHistory.Past.NOTHING);
            List<Sighting> all = new ArrayList<>(past.sightings());
            all.addAll(sightings);
            return new Encounter(
                    persons.get(pair.staffId()),
                    all,
                    past.acts(),
                    past.attempts(),
                    told.getOrDefault(pair, Map.of()));
        }

        /** Posts that are part of an incident, resolved or not. */
        Set<String> inIncidents() {
            return pasts.values().stream()
                    .flatMap(past -> past.inIncidents().keySet().stream())
                    .collect(Collectors.toSet());
        }
    }

    private static Map<Pair, List<Sighting>> byPair(List<Assessment> assessments, Instant now) {
        // Of several ways to name an account one that has a handle is looked up: some find it by
        // that.
        return assessments.stream()
                .sorted(Comparator.comparing(one -> one.post().author().handle() == null))
                .collect(
                        Collectors.groupingBy(
                                Pair::of,
                                Collectors.mapping(
                                        one -> Sighting.of(one, now), Collectors.toList())));
    }

    /** All at once: none of it needs the rest. */
    Uni<Before> before(List<Assessment> assessments, Instant now) {
        Map<Pair, List<Sighting>> pairs = byPair(assessments, now);
        return Uni.combine()
                .all()
                .unis(
                        persons(pairs.keySet()),
                        past(pairs.keySet(), now, whole(pairs, now)),
                        told(pairs.keySet()))
                .with(Before::new);
    }

    private Uni<Map<Pair, Map<PatternKind, Encounter.Told>>> told(Collection<Pair> pairs) {
        List<Pair> known = pairs.stream().filter(Pair::isKnown).toList();
        return known.isEmpty() ? Uni.createFrom().item(Map.of()) : toldRuns.of(known);
    }

    /** When those who are in them wrote of others of the staff. */
    Uni<Map<Pair, List<Instant>>> elsewhere(Collection<Pair> pairs, Instant now) {
        return history.elsewhere(pairs, now.minus(settings.horizon()));
    }

    /** All that is known of them. */
    Uni<Map<Pair, PatternHistory.Past>> past(Collection<Pair> pairs, Instant now) {
        return past(pairs, now, Set.copyOf(pairs));
    }

    /**
     * Attacks that the past of a pair has not, as they were told with other names of the account.
     */
    Uni<List<Sighting>> attacksByHandle(Pair pair, Instant now) {
        return pair.handle() == null
                ? Uni.createFrom().item(List.of())
                : history.attacksByHandle(pair, now.minus(settings.horizon()), settings.most());
    }

    private Uni<Map<Pair, PatternHistory.Past>> past(
            Collection<Pair> pairs, Instant now, Set<Pair> whole) {
        List<Pair> known = pairs.stream().filter(Pair::isKnown).toList();
        return known.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : history.of(
                        known,
                        new PatternHistory.Extent(
                                now.minus(settings.horizon()),
                                now.minus(settings.retaliation().window()),
                                settings.most(),
                                now.minus(settings.apart()),
                                whole));
    }

    /** Few are read at once; to find out first of whom nothing is needed is for many. */
    private Set<Pair> whole(Map<Pair, List<Sighting>> pairs, Instant now) {
        return pairs.size() <= FEW ? pairs.keySet() : late(pairs, now);
    }

    /** Of whom a post is as old as that by itself: it may have come late. */
    private Set<Pair> late(Map<Pair, List<Sighting>> pairs, Instant now) {
        Instant apart = now.minus(settings.apart());
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue().stream().anyMatch(one -> !one.at().isAfter(apart)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Uni<Map<String, Person>> persons(Collection<Pair> pairs) {
        Set<String> ids = pairs.stream().map(Pair::staffId).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(bars.current(), people.of(ids))
                .with((bar, profiles) -> persons(ids, profiles, bar));
    }

    /** Whoever is not in the directory any more is still attacked. */
    private static Map<String, Person> persons(
            Set<String> ids, List<ProtectedPeople.Profile> profiles, Bars.Bar bar) {
        Map<String, Person> persons = new HashMap<>();
        ids.forEach(id -> persons.put(id, unknown(id, bar)));
        profiles.forEach(one -> persons.put(one.staffId(), person(one, bar)));
        return persons;
    }

    private static Person unknown(String staffId, Bars.Bar bar) {
        return new Person(staffId, WorkingHours.of(null, ZoneOffset.UTC), bar.usual());
    }

    private static Person person(ProtectedPeople.Profile one, Bars.Bar bar) {
        return new Person(
                one.staffId(), WorkingHours.of(one.workingHours(), one.timeZone()), bar.of(one));
    }

    /** Least probability of an attack that is one on the person. */
    Uni<Double> bar(Pair pair) {
        return persons(List.of(pair)).map(persons -> persons.get(pair.staffId()).bar());
    }
}
