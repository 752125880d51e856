package org.upstander.alert.application.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Ties;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.Person;

/**
 * Assessments as patterns make them count.
 *
 * @param counted all that are new, in the order in which they came
 * @param earlier that were recorded before and belong to a pattern now
 * @param findings by assessment, or by the incident where no post makes it
 * @param ties what patterns add to their grouping
 * @param incidents in which earlier attacks are, by the id of the assessment, of those that may be
 *     part of a pattern of many
 * @param marks of attacks, to be kept
 * @param persons those who are meant in what is new
 * @param recognising accounts by which those of others, who wrote before, may be recognised now
 */
public record Seen(
        List<Assessment> counted,
        List<Assessment> earlier,
        Map<String, List<Finding>> findings,
        Ties ties,
        Map<String, String> incidents,
        Collection<PatternMarks.Marked> marks,
        Collection<Person> persons,
        Set<AuthorAlias.Account> recognising) {

    /** As they came. */
    static Seen nothing(List<Assessment> assessments, List<Person> persons) {
        return new Seen(
                assessments,
                List.of(),
                Map.of(),
                Ties.NONE,
                Map.of(),
                List.of(),
                persons,
                Set.of());
    }

    /** Of an incident that no post makes. */
    public static Seen ofIncident(String incidentId, Finding finding) {
        return new Seen(
                List.of(),
                List.of(),
                Map.of(incidentId, List.of(finding)),
                Ties.NONE,
                Map.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /** Recorded before, and part of a pattern now. */
    static Seen again(
            List<Assessment> earlier,
            Map<String, List<Finding>> findings,
            Ties ties,
            Map<String, String> incidents) {
        return new Seen(
                List.of(), earlier, findings, ties, incidents, List.of(), List.of(), Set.of());
    }

    /**
     * New ones that other rules have a say in: that many attack makes none of them surer to be an
     * attack.
     */
    public List<Assessment> plain() {
        return counted.stream()
                .filter(
                        one ->
                                findings.getOrDefault(one.id(), List.of()).stream()
                                        .allMatch(finding -> finding.kind().isOfMany()))
                .toList();
    }

    /**
     * All that may call somebody, the earlier ones first.
     *
     * @param weighed the plain ones, as they count by other rules
     */
    public List<Assessment> with(List<Assessment> weighed) {
        Map<String, Assessment> byId = new HashMap<>();
        weighed.forEach(one -> byId.put(one.id(), one));
        List<Assessment> all = new ArrayList<>(earlier);
        counted.forEach(one -> all.add(byId.getOrDefault(one.id(), one)));
        return all;
    }

    /** What was recognised about many, each once and in the same order. */
    public List<Finding> ofMany() {
        return findings.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.kind().isOfMany())
                .distinct()
                .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::reason))
                .toList();
    }

    /**
     * Whether what makes a pattern of many is in more than one incident.
     *
     * @param changes where these here went
     */
    public boolean isApart(List<Grouping.Change> changes) {
        Map<String, String> in = new HashMap<>(incidents);
        changes.forEach(
                change ->
                        change.attacks()
                                .forEach(one -> in.putIfAbsent(one.id(), change.incident().id())));
        return ofMany().stream()
                .anyMatch(
                        finding ->
                                finding.made().stream()
                                                .map(in::get)
                                                .filter(Objects::nonNull)
                                                .distinct()
                                                .count()
                                        > 1);
    }

    /** For the timeline: a sentence for each pattern, or nothing. */
    public String why(Grouping.Change change) {
        return Stream.concat(
                        change.attacks().stream().map(Assessment::id),
                        Stream.of(change.incident().id()))
                .flatMap(id -> findings.getOrDefault(id, List.of()).stream())
                .collect(
                        Collectors.toMap(
                                Finding::kind,
                                Finding::reason,
                                // Of one pattern the latest says how far it has come.
                                (first, last) -> last,
                                TreeMap::new))
                .values()
                .stream()
                .map(reason -> ". " + reason)
                .collect(Collectors.joining());
    }

    static Map<String, Set<String>> words(Map<String, List<Finding>> findings) {
        Map<String, Set<String>> words = new HashMap<>();
        findings.forEach(
                (id, found) ->
                        words.put(
                                id,
                                found.stream()
                                        .map(one -> one.kind().wireName())
                                        .collect(Collectors.toSet())));
        return words;
    }
}
