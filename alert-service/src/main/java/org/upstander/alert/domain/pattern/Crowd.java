package org.upstander.alert.domain.pattern;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Everybody who lately attacked one member of staff.
 *
 * @param staffId who is attacked
 * @param attacks on them, by time, as many as are looked at
 * @param newcomers which of their authors nobody had seen before
 * @param sharing which of their authors wrote what another of them wrote, too
 * @param alike attacks with marks of their texts ({@link Likeness}), of those that share one with
 *     what is looked at
 */
public record Crowd(
        String staffId,
        List<Sighting> attacks,
        Set<String> newcomers,
        Set<String> sharing,
        List<Alike> alike) {

    public Crowd {
        attacks =
                attacks.stream()
                        .filter(Sighting::isAttack)
                        .distinct()
                        .sorted(Sighting.BY_TIME)
                        .toList();
        newcomers = Set.copyOf(newcomers);
        sharing = Set.copyOf(sharing);
        alike = List.copyOf(alike);
    }

    /**
     * The same where accounts of one person are one author, who is new where all of them are.
     *
     * @param persons one name for all accounts of a person, by author; none for whoever has one
     */
    public Crowd ofPersons(Map<String, String> persons) {
        if (persons.isEmpty()) {
            return this;
        }
        UnaryOperator<String> person = author -> persons.getOrDefault(author, author);
        Set<String> known =
                attacks.stream()
                        .map(Sighting::author)
                        .filter(one -> !newcomers.contains(one))
                        .map(person)
                        .collect(Collectors.toSet());
        return new Crowd(
                staffId,
                attacks.stream().map(one -> one.by(person.apply(one.author()))).toList(),
                newcomers.stream()
                        .map(person)
                        .filter(one -> !known.contains(one))
                        .collect(Collectors.toSet()),
                sharing.stream().map(person).collect(Collectors.toSet()),
                alike.stream().map(one -> one.by(person.apply(one.author()))).toList());
    }

    /**
     * An attack with a mark of its text or of a link in it.
     *
     * @param assessmentId of the attack
     * @param author who wrote it
     * @param source where
     * @param mark what it shares with others
     */
    public record Alike(String assessmentId, String author, String source, String mark) {

        private Alike by(String other) {
            return new Alike(assessmentId, other, source, mark);
        }
    }
}
