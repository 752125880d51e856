package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.DeclaredAccounts;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.PatternSettings;
import org.upstander.alert.domain.pattern.Sighting;

/** Reads who else attacks people. Within the caller's transaction. */
@ApplicationScoped
class Crowds {

    /** More attacks than these say nothing more about how many take part. */
    private static final int MOST = 300;

    private final CrowdHistory history;
    private final PatternMarks marks;
    private final DeclaredAccounts declared;
    private final PatternSettings settings;

    Crowds(
            CrowdHistory history,
            PatternMarks marks,
            DeclaredAccounts declared,
            PatternSettings settings) {
        this.history = history;
        this.marks = marks;
        this.declared = declared;
        this.settings = settings;
    }

    /** The stored ones on whoever is attacked. */
    Uni<CrowdHistory.Attacks> attacks(Round round) {
        List<Assessment> attacks = round.attacks();
        Set<String> staff = attacks.stream().map(Assessment::staffId).collect(Collectors.toSet());
        Instant since =
                attacks.stream()
                        .map(one -> Sighting.of(one, round.now()).at())
                        .min(Instant::compareTo)
                        .orElse(round.now())
                        .minus(settings.pileOn().window());
        Instant oldest = round.now().minus(settings.horizon());
        return history.attacks(staff, since.isBefore(oldest) ? oldest : since, MOST);
    }

    /**
     * A crowd for each person who is attacked.
     *
     * @param stored attacks
     */
    Uni<Map<String, Crowd>> around(Round round, List<Sighting> stored) {
        Instant now = round.now();
        List<Sighting> all =
                Stream.concat(
                                stored.stream(),
                                round.attacks().stream().map(one -> Sighting.of(one, now)))
                        .toList();
        Set<String> crowded = crowded(all);
        Set<String> many =
                all.stream()
                        .filter(one -> crowded.contains(one.staffId()))
                        .map(Sighting::author)
                        .collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(
                        newcomers(many, now),
                        joins(many, now),
                        sharing(stored, crowded),
                        persons(round, many))
                .with(
                        (newcomers, joins, sharing, persons) ->
                                of(crowds(round, all, newcomers, joins, sharing), persons));
    }

    /** Those whom enough attack: of nobody else need the rest be known. */
    private Set<String> crowded(List<Sighting> attacks) {
        Map<String, Set<String>> authors = new HashMap<>();
        attacks.forEach(
                one ->
                        authors.computeIfAbsent(one.staffId(), id -> new HashSet<>())
                                .add(one.author()));
        return authors.entrySet().stream()
                .filter(some -> some.getValue().size() >= settings.pileOn().authors())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What they have in common among each other; what these have with them is known. */
    private Uni<Set<String>> sharing(List<Sighting> stored, Set<String> crowded) {
        List<String> ids =
                stored.stream()
                        .filter(one -> crowded.contains(one.staffId()))
                        .map(Sighting::id)
                        .toList();
        return ids.isEmpty() ? Uni.createFrom().item(Set.of()) : marks.sharing(ids);
    }

    private Uni<Set<String>> newcomers(Set<String> many, Instant now) {
        return many.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : history.seenBefore(many, now.minus(settings.newcomer()))
                        .map(
                                known ->
                                        many.stream()
                                                .filter(one -> !known.contains(one))
                                                .collect(Collectors.toSet()));
    }

    private Uni<Crowd.Joins> joins(Set<String> many, Instant now) {
        return many.isEmpty()
                ? Uni.createFrom().item(Crowd.Joins.NONE)
                : history.joined(many, settings.newcomer(), now);
    }

    /** Only where they might be enough for a pile-on or a campaign. */
    private Uni<Map<String, String>> persons(Round round, Set<String> many) {
        Set<String> authors =
                round.alike().stream().map(PatternMarks.Marked::author).collect(Collectors.toSet());
        if (authors.size() < settings.campaign().authors()) {
            authors.clear();
        }
        authors.addAll(many);
        return authors.isEmpty() ? Uni.createFrom().item(Map.of()) : declared.persons(authors);
    }

    private static Map<String, Crowd> of(Map<String, Crowd> crowds, Map<String, String> persons) {
        crowds.replaceAll((staffId, crowd) -> crowd.ofPersons(persons));
        return crowds;
    }

    private static Map<String, Crowd> crowds(
            Round round,
            List<Sighting> attacks,
            Set<String> newcomers,
            Crowd.Joins joins,
            Set<String> sharing) {
        Map<String, List<Crowd.Alike>> alike =
                round.alike().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PatternMarks.Marked::staffId,
                                        Collectors.mapping(Crowds::alike, Collectors.toList())));
        Map<String, Crowd> crowds = new HashMap<>();
        attacks.stream()
                .collect(Collectors.groupingBy(Sighting::staffId))
                .forEach(
                        (id, some) ->
                                crowds.put(
                                        id,
                                        new Crowd(
                                                id,
                                                some,
                                                newcomers,
                                                joins,
                                                sharing,
                                                alike.getOrDefault(id, List.of()))));
        return crowds;
    }

    private static Crowd.Alike alike(PatternMarks.Marked one) {
        return new Crowd.Alike(one.assessmentId(), one.author(), one.source(), one.mark());
    }
}
