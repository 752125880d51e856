package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Map<String, List<PatternMarks.Marked>> others =
                Stream.concat(
                                round.stored().stream().filter(PatternMarks.Marked::moderated),
                                round.ownOfModerated().stream())
                        .collect(Collectors.groupingBy(PatternMarks.Marked::mark));
        Map<String, Map<String, String>> links = new HashMap<>();
        round.own().stream()
                .collect(Collectors.groupingBy(PatternMarks.Marked::assessmentId))
                .forEach((id, some) -> links.put(id, links(some, others)));
        Set<String> linked =
                links.values().stream()
                        .flatMap(found -> found.keySet().stream())
                        .collect(Collectors.toSet());
        return linked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : marks.actsAgainst(linked, round.now().minus(settings.retaliation().window()))
                        .map(acts -> linked(links, acts));
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
