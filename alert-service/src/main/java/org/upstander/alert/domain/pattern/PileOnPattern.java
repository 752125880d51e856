package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many authors attack one person within hours. That is answered otherwise than a single author is:
 * the place is closed, not one account. Criticism does not count, however much of it there is.
 */
public final class PileOnPattern {

    private final Settings settings;

    /**
     * @param window in which authors count
     * @param authors how many there are at least
     */
    public record Settings(Duration window, int authors) {

        public static final Settings USUAL = new Settings(Duration.ofHours(6), 8);
    }

    public PileOnPattern(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param attack the one that is looked at; the window ends with it, or with a later one that it
     *     makes full
     */
    public Optional<Finding> find(Crowd crowd, Sighting attack) {
        return crowd.attacks().stream()
                .map(Sighting::at)
                .filter(at -> !at.isBefore(attack.at()))
                .filter(at -> Duration.between(attack.at(), at).compareTo(settings.window()) < 0)
                .map(until -> until(crowd, until))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Finding> until(Crowd crowd, Instant until) {
        Instant since = until.minus(settings.window());
        List<Sighting> attacks =
                crowd.attacks().stream()
                        .filter(one -> one.at().isAfter(since) && !one.at().isAfter(until))
                        .toList();
        Set<String> authors = attacks.stream().map(Sighting::author).collect(Collectors.toSet());
        if (authors.size() < settings.authors()) {
            return Optional.empty();
        }
        long fresh = authors.stream().filter(crowd.newcomers()::contains).count();
        return Optional.of(
                Finding.of(
                        PatternKind.PILE_ON,
                        0,
                        "Pile-on: %d authors within %s, %d of them never seen before, %d %% of them with much the same text. Close the place for a while rather than answer each"
                                .formatted(
                                        authors.size(),
                                        Spans.words(
                                                Duration.between(
                                                        attacks.get(0).at(),
                                                        attacks.get(attacks.size() - 1).at())),
                                        fresh,
                                        sharePercent(crowd, authors)),
                        attacks));
    }

    /** How many of them wrote what another of them wrote, too. */
    private static long sharePercent(Crowd crowd, Set<String> authors) {
        Map<String, Set<String>> byMark =
                crowd.alike().stream()
                        .filter(one -> authors.contains(one.author()))
                        .collect(
                                Collectors.groupingBy(
                                        Crowd.Alike::mark,
                                        Collectors.mapping(
                                                Crowd.Alike::author, Collectors.toSet())));
        long alike =
                byMark.values().stream()
                        .filter(sharing -> sharing.size() > 1)
                        .flatMap(Set::stream)
                        .distinct()
                        .count();
        return 100 * alike / authors.size();
    }
}
