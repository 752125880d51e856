package org.upstander.alert.application.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.Patterns;
import org.upstander.alert.domain.pattern.Patterns.Weighed;
import org.upstander.alert.domain.pattern.Person;
import org.upstander.alert.domain.pattern.Sighting;

/** Assessments while they are weighed together. */
final class Round {

    private final Patterns patterns;
    private final Instant now;
    private final Map<String, Encounter> encounters;
    private final Map<String, Assessment> came = new LinkedHashMap<>();
    private final Map<String, Weighed> weighed = new LinkedHashMap<>();
    private final Set<String> inIncidents;
    private Around around = Around.NOTHING;
    private List<PatternMarks.Marked> own = List.of();

    /**
     * @param before what was known
     */
    Round(Patterns patterns, List<Assessment> assessments, Encounters.Before before, Instant now) {
        this.patterns = patterns;
        encounters = new HashMap<>(before.and(assessments, now));
        inIncidents = before.inIncidents();
        this.now = now;
        for (Assessment one : assessments) {
            came.put(one.id(), one);
            weighed.put(one.id(), patterns.weigh(one, encounters.get(one.id()), now));
        }
    }

    /** Whose contact off hours depends on when they write to others. */
    Set<Pair> offHours() {
        return weighed.entrySet().stream()
                .filter(
                        one ->
                                one.getValue().findings().stream()
                                        .anyMatch(found -> found.kind() == PatternKind.OFF_HOURS))
                .map(one -> Pair.of(came.get(one.getKey())))
                .filter(Pair::isKnown)
                .collect(Collectors.toSet());
    }

    /**
     * Weighs those again by when they write to others, these here included.
     *
     * @param times when they did before
     */
    void elsewhere(Map<Pair, List<Instant>> times) {
        Set<Pair> pairs = offHours();
        came.forEach(
                (id, one) -> {
                    Pair pair = Pair.of(one);
                    if (pairs.contains(pair)) {
                        List<Instant> all = new ArrayList<>(times.getOrDefault(pair, List.of()));
                        all.addAll(elsewhere(pair));
                        encounters.put(id, encounters.get(id).writing(all));
                        weighed.put(id, patterns.weigh(one, encounters.get(id), now));
                    }
                });
    }

    private List<Instant> elsewhere(Pair pair) {
        return came.values().stream()
                .filter(one -> !one.staffId().equals(pair.staffId()) && !one.spam())
                .filter(one -> Pair.of(one).author().equals(pair.author()))
                .map(one -> Sighting.of(one, now).at())
                .toList();
    }

    Instant now() {
        return now;
    }

    /** As they count so far, in the order in which they came. */
    List<Assessment> counted() {
        return weighed.values().stream().map(Weighed::attack).toList();
    }

    List<Assessment> attacks() {
        return counted().stream().filter(one -> one.pages(1)).toList();
    }

    /** Only of those about which there is something to say. */
    Map<String, List<Finding>> findings() {
        return weighed.entrySet().stream()
                .filter(one -> !one.getValue().findings().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().findings()));
    }

    /** Those who are meant. */
    List<Person> persons() {
        return encounters.values().stream().map(Encounter::person).distinct().toList();
    }

    /** Marks of these attacks. */
    List<PatternMarks.Marked> own() {
        return own;
    }

    /** Those by authors who were moderated. */
    List<PatternMarks.Marked> ownOfModerated() {
        return own.stream()
                .filter(one -> !encounters.get(one.assessmentId()).acts().isEmpty())
                .toList();
    }

    /** Of whoever wrote it. */
    AuthorAlias.Account account(String id) {
        return Pair.of(came.get(id)).account();
    }

    /** Earlier attacks that share one of the marks. */
    List<PatternMarks.Marked> stored() {
        return around.alike();
    }

    /** What is known of others. */
    Around around() {
        return around;
    }

    /**
     * @param others read for all attacks of these, and perhaps for such as are stored
     */
    void around(Around others) {
        around = others;
        own = others.own().stream().filter(one -> weighed.containsKey(one.assessmentId())).toList();
    }

    /** These and the stored ones that are known: what is an attack by itself, as it is stored. */
    List<Sighting> allAttacks() {
        return Stream.concat(
                        around.attacks().stream(),
                        came.values().stream()
                                .map(one -> Sighting.of(one, now))
                                .filter(Sighting::isAttack))
                .toList();
    }

    /** Who is attacked by one of these that is part of a pile-on, and by one of none. */
    Map<Boolean, Set<String>> attacked(Map<String, Crowd> crowds) {
        Map<String, Patterns.Around> around = new HashMap<>();
        crowds.forEach((staffId, crowd) -> around.put(staffId, patterns.around(crowd)));
        return attacks().stream()
                .collect(
                        Collectors.partitioningBy(
                                one -> around.get(one.staffId()).isPileOn(Sighting.of(one, now)),
                                Collectors.mapping(Assessment::staffId, Collectors.toSet())));
    }

    /** Whether it is part of an incident already, of one that may be resolved, too. */
    boolean isInIncident(String id) {
        return inIncidents.contains(id);
    }

    /** Those and these. */
    List<PatternMarks.Marked> alike() {
        List<PatternMarks.Marked> all = new ArrayList<>(stored());
        all.addAll(own);
        return all;
    }

    /**
     * Weighs again what comes from accounts of somebody who was moderated under another.
     *
     * @param acts by assessment
     */
    void byOtherAccounts(Map<String, List<Encounter.Act>> acts) {
        acts.forEach(
                (id, some) -> {
                    Encounter linked = encounters.get(id).with(some);
                    weighed.put(id, patterns.weigh(came.get(id), linked, now));
                });
    }

    /** Weighs attacks by who else attacks. */
    void byCrowds(Map<String, Crowd> crowds) {
        Map<String, Set<String>> marks =
                own.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PatternMarks.Marked::assessmentId,
                                        Collectors.mapping(
                                                PatternMarks.Marked::mark, Collectors.toSet())));
        Map<String, Patterns.Around> around = new HashMap<>();
        crowds.forEach((staffId, crowd) -> around.put(staffId, patterns.around(crowd)));
        for (Assessment attack : attacks()) {
            weighed.computeIfPresent(
                    attack.id(),
                    (id, one) ->
                            around.get(attack.staffId())
                                    .weigh(one, marks.getOrDefault(id, Set.of()), now));
        }
    }
}
