package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Everybody who lately attacked one member of staff.
 *
 * @param staffId who is attacked
 * @param attacks on them, by time, as many as are looked at
 * @param cut whether there may be older ones
 * @param newcomers which of their authors nobody had seen before
 * @param joins which of their authors lately became members
 * @param sharing which of their authors wrote what another of them wrote, too
 * @param alike attacks with marks of their texts ({@link Likeness}), of those that share one with
 *     what is looked at
 */
public record Crowd(
        String staffId,
        List<Sighting> attacks,
        boolean cut,
        Set<String> newcomers,
        Joins joins,
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

    /** Where nothing is known of who they are. */
    public Crowd(String staffId, List<Sighting> attacks, boolean cut, List<Alike> alike) {
        this(staffId, attacks, cut, Set.of(), Joins.NONE, Set.of(), alike);
    }

    /** Where all attacks are looked at, and nobody tells who joins. */
    public Crowd(
            String staffId,
            List<Sighting> attacks,
            Set<String> newcomers,
            Set<String> sharing,
            List<Alike> alike) {
        this(staffId, attacks, false, newcomers, Joins.NONE, sharing, alike);
    }

    /** The same where it is known who they are. */
    public Crowd with(Set<String> fresh, Joins joined, Set<String> alikeAuthors) {
        return new Crowd(staffId, attacks, cut, fresh, joined, alikeAuthors, alike);
    }

    /** Whether there may be attacks before this one that are not looked at. */
    boolean isCutBefore(Sighting attack) {
        return cut && attack.id().equals(attacks.get(0).id());
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
                cut,
                newcomers.stream()
                        .map(person)
                        .filter(one -> !known.contains(one))
                        .collect(Collectors.toSet()),
                joins.ofPersons(person),
                sharing.stream().map(person).collect(Collectors.toSet()),
                alike.stream().map(one -> one.by(person.apply(one.author()))).toList());
    }

    /**
     * Who lately became a member.
     *
     * @param within how long ago at most
     * @param authors who
     * @param invites by what they came, by author; none where that is not known
     */
    public record Joins(Duration within, Set<String> authors, Map<String, String> invites) {

        public static final Joins NONE = new Joins(Duration.ZERO, Set.of(), Map.of());

        public Joins {
            authors = Set.copyOf(authors);
            invites = Map.copyOf(invites);
        }

        /** How many of these joined. */
        long count(Set<String> some) {
            return authors.stream().filter(some::contains).count();
        }

        /** How many of these came by the same at most; 0 where no two of them did. */
        long countTogether(Set<String> some) {
            return some.stream()
                    .map(invites::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
                    .values()
                    .stream()
                    .filter(count -> count > 1)
                    .max(Comparator.naturalOrder())
                    .orElse(0L);
        }

        private Joins ofPersons(UnaryOperator<String> person) {
            return new Joins(
                    within,
                    authors.stream().map(person).collect(Collectors.toSet()),
                    invites.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            one -> person.apply(one.getKey()),
                                            Map.Entry::getValue,
                                            BinaryOperator.minBy(
                                                    Comparator.<String>naturalOrder()))));
        }
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
