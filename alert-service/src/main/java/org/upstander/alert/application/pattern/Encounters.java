package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.Directory;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.StaffMember;
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
    private final Directory directory;
    private final PatternSettings settings;
    private final Bars bars;

    Encounters(
            PatternHistory history,
            ToldRuns toldRuns,
            Directory directory,
            PatternSettings settings,
            Bars bars) {
        this.history = history;
        this.toldRuns = toldRuns;
        this.directory = directory;
        this.settings = settings;
        this.bars = bars;
    }

    /**
     * @param fresh of this pair, not stored yet
     * @return one for each of these assessments, by its id
     */
    Uni<Map<String, Encounter>> of(List<Assessment> fresh, Instant now) {
        Map<Pair, List<Sighting>> pairs = new HashMap<>();
        for (Assessment one : fresh) {
            pairs.computeIfAbsent(Pair.of(one), pair -> new ArrayList<>())
                    .add(Sighting.of(one, now));
        }
        // All at once: none of it needs the rest.
        return Uni.combine()
                .all()
                .unis(
                        persons(pairs.keySet()),
                        past(pairs.keySet(), now, whole(pairs, now)),
                        told(pairs.keySet()))
                .with((persons, past, told) -> with(fresh, pairs, persons, past, told));
    }

    private Map<String, Encounter> with(
            List<Assessment> fresh,
            Map<Pair, List<Sighting>> pairs,
            Map<String, Person> persons,
            Map<Pair, PatternHistory.Past> past,
            Map<Pair, Map<PatternKind, Encounter.Told>> told) {
        Map<Pair, Encounter> byPair = new HashMap<>();
        pairs.forEach(
                (pair, sightings) -> {
                    PatternHistory.Past before =
                            past.getOrDefault(pair, PatternHistory.Past.NOTHING);
                    List<Sighting> all = new ArrayList<>(before.sightings());
                    all.addAll(sightings);
                    byPair.put(
                            pair,
                            new Encounter(
                                    persons.get(pair.staffId()),
                                    all,
                                    before.acts(),
                                    before.attempts(),
                                    told.getOrDefault(pair, Map.of())));
                });
        return fresh.stream()
                .collect(Collectors.toMap(Assessment::id, one -> byPair.get(Pair.of(one))));
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
        return read(ids)
                .chain(bars::current)
                .chain(
                        bar ->
                                Multi.createFrom()
                                        .iterable(ids)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                id ->
                                                        directory
                                                                .staff(id)
                                                                .map(
                                                                        found ->
                                                                                person(
                                                                                        id, found,
                                                                                        bar)))
                                        .collect()
                                        .asMap(Person::staffId));
    }

    private Uni<Void> read(Set<String> ids) {
        return ids.size() > 1 ? directory.preload(ids) : Uni.createFrom().voidItem();
    }

    /** Least probability of an attack that is one on the person. */
    Uni<Double> bar(Pair pair) {
        return persons(List.of(pair)).map(persons -> persons.get(pair.staffId()).bar());
    }

    /** Whoever is not in the directory any more is still attacked. */
    private static Person person(String id, Optional<StaffMember> found, Bars.Bar bar) {
        return found.map(
                        member ->
                                new Person(
                                        id,
                                        WorkingHours.of(member.workingHours(), member.timeZone()),
                                        bar.of(member)))
                .orElseGet(
                        () -> new Person(id, WorkingHours.of(null, ZoneOffset.UTC), bar.usual()));
    }
}
