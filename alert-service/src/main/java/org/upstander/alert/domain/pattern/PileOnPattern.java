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

    private static final int SEVERITY = 2;

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
        return full(crowd.attacks(), attack.at()).map(until -> found(crowd, until));
    }

    /** When the first window that has this time in it is full. */
    private Optional<Instant> full(List<Sighting> attacks, Instant attacked) {
        Runs.Different<String> authors = new Runs.Different<>();
        int oldest = 0;
        for (int i = 0; i < attacks.size(); i++) {
            Instant until = attacks.get(i).at();
            Instant since = until.minus(settings.window());
            authors.add(attacks.get(i).author());
            while (!attacks.get(oldest).at().isAfter(since)) {
                authors.remove(attacks.get(oldest++).author());
            }
            if (!until.isBefore(attacked)
                    && since.isBefore(attacked)
                    && authors.count() >= settings.authors()) {
                return Optional.of(until);
            }
        }
        return Optional.empty();
    }

    private Finding found(Crowd crowd, Instant until) {
        Instant since = until.minus(settings.window());
        List<Sighting> attacks =
                crowd.attacks().stream()
                        .filter(one -> one.at().isAfter(since) && !one.at().isAfter(until))
                        .toList();
        Set<String> authors = attacks.stream().map(Sighting::author).collect(Collectors.toSet());
        long fresh = authors.stream().filter(crowd.newcomers()::contains).count();
        return Finding.of(
                PatternKind.PILE_ON,
                SEVERITY,
                "Pile-on: %s within %s, %d of them never seen before, %d %% of them with much the same text or link. Close the place for a while rather than answer each"
                        .formatted(
                                Spans.counted(authors.size(), "author", "authors"),
                                Spans.words(
                                        Duration.between(
                                                attacks.get(0).at(),
                                                attacks.get(attacks.size() - 1).at())),
                                fresh,
                                sharePercent(crowd, attacks, authors.size())),
                attacks);
    }

    /** How many of them wrote meanwhile what another of them wrote, too. */
    private static long sharePercent(Crowd crowd, List<Sighting> attacks, int authors) {
        Set<String> ids = attacks.stream().map(Sighting::id).collect(Collectors.toSet());
        Map<String, Set<String>> byMark =
                crowd.alike().stream()
                        .filter(one -> ids.contains(one.assessmentId()))
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
        return 100 * alike / authors;
    }
}
