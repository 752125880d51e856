package org.upstander.alert.application.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.pattern.Sighting;

/**
 * What is stored of who else attacks the same people or writes the same, as far as it was read.
 *
 * @param of the attacks that it was read for, by the id of the assessment
 * @param own marks of these
 * @param attacks the newest on each of those people
 * @param incidents unresolved ones that they are part of, by the id of the assessment
 * @param cut people on whom there may be more attacks
 * @param pileOns unresolved ones, by whom they are on
 * @param alike attacks with a mark in common with these
 * @param persons one name for all accounts that are declared to be one author's, by author
 */
record Around(
        Set<String> of,
        List<PatternMarks.Marked> own,
        List<Sighting> attacks,
        Map<String, String> incidents,
        Set<String> cut,
        Map<String, PatternIncidents.PileOn> pileOns,
        List<PatternMarks.Marked> alike,
        Map<String, String> persons) {

    static final Around NOTHING =
            new Around(
                    Set.of(), List.of(), List.of(), Map.of(), Set.of(), Map.of(), List.of(),
                    Map.of());

    /**
     * @param most how many attacks on each of them were asked for
     */
    static Around of(
            Set<String> ids,
            List<PatternMarks.Marked> own,
            CrowdHistory.Attacks attacks,
            int most,
            Map<String, PatternIncidents.PileOn> pileOns,
            List<PatternMarks.Marked> alike,
            Map<String, String> authors) {
        Map<String, String> persons = new HashMap<>(authors);
        persons.putAll(attacks.persons());
        alike.stream()
                .filter(one -> one.person() != null)
                .forEach(one -> persons.put(one.author(), one.person()));
        return new Around(
                ids,
                own,
                attacks.sightings(),
                attacks.incidents(),
                full(attacks.sightings(), most),
                pileOns,
                alike,
                persons);
    }

    private static Set<String> full(Collection<Sighting> attacks, int most) {
        return attacks.stream()
                .collect(Collectors.groupingBy(Sighting::staffId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(some -> some.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * With more attacks on some people.
     *
     * @param most how many on each of them were asked for
     */
    Around with(CrowdHistory.Attacks more, int most) {
        Set<String> known = attacks.stream().map(Sighting::id).collect(Collectors.toSet());
        List<Sighting> all = new ArrayList<>(attacks);
        more.sightings().stream().filter(one -> !known.contains(one.id())).forEach(all::add);
        Map<String, String> in = new HashMap<>(incidents);
        in.putAll(more.incidents());
        Map<String, String> accounts = new HashMap<>(persons);
        accounts.putAll(more.persons());
        Set<String> still = new HashSet<>(cut);
        more.sightings().forEach(one -> still.remove(one.staffId()));
        still.addAll(full(more.sightings(), most));
        return new Around(of, own, all, in, still, pileOns, alike, accounts);
    }

    /** In which incident each of them is, where it is in one that may not be resolved. */
    Map<String, String> inIncidents() {
        Map<String, String> all = new HashMap<>(incidents);
        alike.stream()
                .filter(one -> one.incidentId() != null)
                .forEach(one -> all.put(one.assessmentId(), one.incidentId()));
        return all;
    }
}
