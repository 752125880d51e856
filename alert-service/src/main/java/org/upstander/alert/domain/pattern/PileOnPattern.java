package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Looks once at a crowd, for all attacks in it. */
    Windows in(Crowd crowd) {
        return new Windows(crowd);
    }

    /** When so many attacked that it is a pile-on. */
    final class Windows {

        private final Crowd crowd;

        /** Each ends a window with enough authors. */
        private final NavigableSet<Instant> full = new TreeSet<>();

        private final Map<Instant, Finding> found = new HashMap<>();

        private Windows(Crowd crowd) {
            this.crowd = crowd;
            List<Sighting> attacks = crowd.attacks();
            Runs.Different<String> authors = new Runs.Different<>();
            int oldest = 0;
            for (Sighting attack : attacks) {
                Instant since = attack.at().minus(settings.window());
                authors.add(attack.author());
                while (!attacks.get(oldest).at().isAfter(since)) {
                    authors.remove(attacks.get(oldest++).author());
                }
                if (authors.count() >= settings.authors()) {
                    full.add(attack.at());
                }
            }
        }

        /**
         * @param attack the one that is looked at; of the full windows that it is in the last one
         *     counts
         */
        Optional<Finding> find(Sighting attack) {
            Instant until = full.lower(attack.at().plus(settings.window()));
            return until == null || until.isBefore(attack.at())
                    ? Optional.empty()
                    : Optional.of(found.computeIfAbsent(until, this::found));
        }

        private Finding found(Instant until) {
            Instant since = until.minus(settings.window());
            List<Sighting> attacks =
                    crowd.attacks().stream()
                            .filter(one -> one.at().isAfter(since) && !one.at().isAfter(until))
                            .toList();
            Set<String> authors =
                    attacks.stream().map(Sighting::author).collect(Collectors.toSet());
            return Finding.of(PatternKind.PILE_ON, SEVERITY, reason(attacks, authors), attacks);
        }

        private String reason(List<Sighting> attacks, Set<String> authors) {
            Instant first = attacks.get(0).at();
            Instant last = attacks.get(attacks.size() - 1).at();
            Crowd.Joins joins = crowd.joins();
            return "Pile-on: "
                    + (crowd.isCutBefore(attacks.get(0)) ? "at least " : "")
                    + Spans.counted(authors.size(), "author", "authors")
                    + " within "
                    + Spans.words(Duration.between(first, last))
                    + some(
                            authors.stream().filter(crowd.newcomers()::contains).count(),
                            "of them never seen before")
                    + some(joins.count(authors), "joined within " + Spans.words(joins.within()))
                    + some(joins.countTogether(authors), "by the same invitation")
                    + some(
                            sharePercent(attacks, authors),
                            "% of them with much the same text or link")
                    + ". Close the place for a while rather than answer each";
        }

        private static String some(long count, String words) {
            return count == 0 ? "" : ", " + count + " " + words;
        }

        /** How many of them wrote meanwhile what another of them wrote, too. */
        private long sharePercent(List<Sighting> attacks, Set<String> authors) {
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
                    Stream.concat(
                                    crowd.sharing().stream().filter(authors::contains),
                                    byMark.values().stream()
                                            .filter(sharing -> sharing.size() > 1)
                                            .flatMap(Set::stream))
                            .distinct()
                            .count();
            return 100 * alike / authors.size();
        }
    }
}
