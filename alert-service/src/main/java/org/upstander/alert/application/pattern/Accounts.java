package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternSettings;

/**
 * Finds accounts that are somebody's who was moderated under another: those that wrote much the
 * same, or put the same link. Within the caller's transaction.
 */
@ApplicationScoped
class Accounts {

    /** One band of hashes may be shared by chance; two of four are not. */
    private static final int ENOUGH_TEXT = 2;

    private static final int DOZENS = 24;

    private final PatternMarks marks;
    private final PatternSettings settings;

    Accounts(PatternMarks marks, PatternSettings settings) {
        this.marks = marks;
        this.settings = settings;
    }

    /**
     * Moderation actions against other accounts of the authors of these attacks.
     *
     * @return by the id of the assessment; each says why the accounts are one person's
     */
    Uni<Map<String, List<Encounter.Act>>> acts(Round round) {
        Stream<PatternMarks.Marked> moderated =
                Stream.concat(
                        PatternMarks.Marked.ofModerated(round.stored()),
                        round.ownOfModerated().stream());
        return acts(round.own(), moderated, round.now());
    }

    /** The same of attacks that are stored, whose texts are not. */
    Uni<Map<String, List<Encounter.Act>>> actsOfStored(Round round) {
        Instant now = round.now();
        return marks.ofKept(round.attacks().stream().map(Assessment::id).toList())
                .chain(
                        own ->
                                marks.alike(own, settings, now)
                                        .map(PatternMarks.Marked::ofModerated)
                                        .chain(others -> acts(own, others, now)));
    }

    /**
     * Accounts of those who were moderated, and now say for the first time what others said before:
     * nobody could know yet that these are theirs. What dozens say tells nobody apart.
     */
    static Set<AuthorAlias.Account> recognising(Round round) {
        List<PatternMarks.Marked> own = round.ownOfModerated();
        if (own.isEmpty()) {
            return Set.of();
        }
        Map<String, List<PatternMarks.Marked>> stored = byMark(round.stored().stream());
        stored.values().removeIf(Accounts::isSaidByDozens);
        return byAssessment(own).entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(mark -> isNew(mark, stored)))
                .filter(one -> !links(one.getValue(), stored).isEmpty())
                .map(one -> round.account(one.getKey()))
                .collect(Collectors.toSet());
    }

    /** As far as is read. */
    private static boolean isSaidByDozens(List<PatternMarks.Marked> alike) {
        return alike.size() >= PatternMarks.MOST
                && alike.stream().map(PatternMarks.Marked::author).distinct().count() >= DOZENS;
    }

    /** Whether others said it, and the author did not. */
    private static boolean isNew(
            PatternMarks.Marked own, Map<String, List<PatternMarks.Marked>> stored) {
        List<PatternMarks.Marked> alike = stored.getOrDefault(own.mark(), List.of());
        return !alike.isEmpty()
                && alike.stream().noneMatch(one -> one.author().equals(own.author()));
    }

    private Uni<Map<String, List<Encounter.Act>>> acts(
            List<PatternMarks.Marked> own, Stream<PatternMarks.Marked> moderated, Instant now) {
        Map<String, List<PatternMarks.Marked>> others = byMark(moderated);
        Map<String, Map<String, String>> links = new HashMap<>();
        byAssessment(own).forEach((id, some) -> links.put(id, links(some, others)));
        Set<String> linked =
                links.values().stream()
                        .flatMap(found -> found.keySet().stream())
                        .collect(Collectors.toSet());
        return linked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : marks.actsAgainst(linked, now.minus(settings.retaliation().window()))
                        .map(acts -> linked(links, acts));
    }

    private static Map<String, List<PatternMarks.Marked>> byMark(Stream<PatternMarks.Marked> some) {
        return some.collect(Collectors.groupingBy(PatternMarks.Marked::mark));
    }

    private static Map<String, List<PatternMarks.Marked>> byAssessment(
            List<PatternMarks.Marked> some) {
        return some.stream().collect(Collectors.groupingBy(PatternMarks.Marked::assessmentId));
    }

    /** Other authors with what they share. */
    private static Map<String, String> links(
            List<PatternMarks.Marked> own, Map<String, List<PatternMarks.Marked>> others) {
        String author = own.get(0).author();
        Map<String, Set<String>> shared = new TreeMap<>();
        own.stream()
                .flatMap(one -> others.getOrDefault(one.mark(), List.of()).stream())
                .filter(one -> !one.author().equals(author))
                .forEach(
                        one ->
                                shared.computeIfAbsent(one.author(), other -> new HashSet<>())
                                        .add(one.mark()));
        Map<String, String> links = new TreeMap<>();
        shared.forEach(
                (other, some) -> {
                    if (some.stream().anyMatch(mark -> mark.startsWith("link:"))) {
                        links.put(other, "the same link");
                    } else if (some.size() >= ENOUGH_TEXT) {
                        links.put(other, "much the same text");
                    }
                });
        return links;
    }

    private static Map<String, List<Encounter.Act>> linked(
            Map<String, Map<String, String>> links, Map<String, List<Encounter.Act>> acts) {
        Map<String, List<Encounter.Act>> linked = new HashMap<>();
        links.forEach(
                (id, others) ->
                        others.forEach(
                                (other, why) ->
                                        acts.getOrDefault(other, List.of())
                                                .forEach(
                                                        act ->
                                                                linked.computeIfAbsent(
                                                                                id,
                                                                                one ->
                                                                                        new ArrayList<>())
                                                                        .add(
                                                                                new Encounter.Act(
                                                                                        act
                                                                                                .action(),
                                                                                        act
                                                                                                .byStaffId(),
                                                                                        act.at(),
                                                                                        why)))));
        return linked;
    }
}
