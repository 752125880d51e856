package org.upstander.scenarios.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.upstander.scenarios.stage.Played;
import org.upstander.scenarios.stage.Played.Noticed;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Expected.Case;
import org.upstander.scenarios.story.Story;

/**
 * What came of a story held against what it expects: each expected incident takes the one that is
 * nearest to it, and none may be left on either side.
 *
 * @param differences sentences; empty where all is as expected
 * @param matched which incident stands for which expected one
 * @param unexpected incidents that nothing stands for
 */
public record Comparison(List<String> differences, List<Match> matched, List<Noticed> unexpected) {

    /**
     * @param expected in the story
     * @param noticed what came
     */
    public record Match(Case expected, Noticed noticed) {}

    /** Compares. */
    public static Comparison of(Story story, Played played) {
        List<String> differences = new ArrayList<>();
        List<Match> matched = new ArrayList<>();
        List<Noticed> left = new ArrayList<>(played.incidents());
        for (Case expected : story.expect().incidents()) {
            Optional<Noticed> nearest =
                    left.stream()
                            .filter(one -> one.staff().equals(expected.staff()))
                            .min(
                                    Comparator.comparingInt(
                                            one -> differences(story, expected, one).size()));
            if (nearest.isEmpty()) {
                differences.add(
                        "an incident of %s was expected (%s), there is none"
                                .formatted(expected.staff(), words(expected.patterns())));
            } else {
                left.remove(nearest.get());
                matched.add(new Match(expected, nearest.get()));
                differences.addAll(differences(story, expected, nearest.get()));
            }
        }
        for (Noticed one : left) {
            differences.add(
                    "an incident of %s was not expected: %s, severity %d, %d posts by %s, opened %s"
                            .formatted(
                                    one.staff(),
                                    one.patterns(),
                                    one.severity(),
                                    one.posts().size(),
                                    shortened(one.authors()),
                                    Clockface.moment(story, one.openedAt())));
        }
        notices(story, played, differences);
        return new Comparison(differences, matched, List.copyOf(left));
    }

    private static List<String> differences(Story story, Case expected, Noticed noticed) {
        List<String> found = new ArrayList<>();
        patterns(expected, noticed, found);
        if (expected.severity() != null && expected.severity() != noticed.severity()) {
            found.add(
                    "severity %d was expected, it is %d"
                            .formatted(expected.severity(), noticed.severity()));
        }
        if (!noticed.authors().containsAll(expected.authors())) {
            found.add(
                    "the authors %s were expected, they are %s"
                            .formatted(expected.authors(), shortened(noticed.authors())));
        }
        if (expected.posts() != null && noticed.posts().size() < expected.posts()) {
            found.add(
                    "at least %d posts were expected, there are %d"
                            .formatted(expected.posts(), noticed.posts().size()));
        }
        if (expected.opened() != null && !within(story, expected.opened(), noticed.openedAt())) {
            found.add(
                    "it was expected to open within %s, and did %s"
                            .formatted(
                                    words(story, expected.opened()),
                                    Clockface.moment(story, noticed.openedAt())));
        }
        if (expected.pages() != null) {
            pages(story, expected.pages(), noticed, found);
        }
        return found.stream()
                .map(one -> "incident of %s: %s".formatted(noticed.staff(), one))
                .toList();
    }

    private static void patterns(Case expected, Noticed noticed, List<String> found) {
        if (expected.patterns() == null) {
            return;
        }
        List<String> exactly = expected.patterns().exactly();
        List<String> contains = expected.patterns().contains();
        if (exactly != null && !noticed.patterns().equals(new TreeSet<>(exactly))) {
            found.add(
                    "exactly the patterns %s were expected, there are %s"
                            .formatted(exactly, noticed.patterns()));
        }
        if (contains != null && !noticed.patterns().containsAll(contains)) {
            found.add(
                    "the patterns %s were expected, there are %s"
                            .formatted(contains, noticed.patterns()));
        }
    }

    private static void pages(
            Story story, Expected.Pages expected, Noticed noticed, List<String> found) {
        List<Instant> pages = noticed.pages();
        if (expected.count() != null && expected.count() != pages.size()) {
            found.add(
                    "%d pages were expected, there are %d"
                            .formatted(expected.count(), pages.size()));
        }
        for (int i = 0; i < expected.at().size(); i++) {
            Expected.Span span = expected.at().get(i);
            if (i >= pages.size()) {
                found.add("a page within %s was expected".formatted(words(story, span)));
            } else if (!within(story, span, pages.get(i))) {
                found.add(
                        "page %d was expected within %s, it came %s"
                                .formatted(
                                        i + 1,
                                        words(story, span),
                                        Clockface.moment(story, pages.get(i))));
            }
        }
    }

    private static void notices(Story story, Played played, List<String> differences) {
        List<Played.Notice> left = new ArrayList<>(played.notices());
        for (Expected.Notice expected : story.expect().notices()) {
            Optional<Played.Notice> found =
                    left.stream()
                            .filter(one -> one.source().equals(expected.source()))
                            .filter(one -> one.state().equals(expected.state()))
                            .filter(
                                    one ->
                                            expected.told() == null
                                                    || within(story, expected.told(), one.at()))
                            .findFirst();
            if (found.isEmpty()) {
                differences.add(
                        "a notice was expected that %s %s within %s"
                                .formatted(
                                        expected.source(),
                                        expected.state(),
                                        words(story, expected.told())));
            }
            found.ifPresent(left::remove);
        }
        for (Played.Notice one : left) {
            differences.add(
                    "a notice was not expected: %s %s, told %s"
                            .formatted(
                                    one.source(), one.state(), Clockface.moment(story, one.at())));
        }
    }

    private static boolean within(Story story, Expected.Span span, Instant at) {
        return !at.isBefore(story.at(span.from())) && !at.isAfter(story.at(span.until()));
    }

    private static String words(Story story, Expected.Span span) {
        return span == null
                ? "the story"
                : Clockface.moment(story, story.at(span.from()))
                        + " to "
                        + Clockface.moment(story, story.at(span.until()));
    }

    private static String words(Expected.Patterns patterns) {
        if (patterns == null) {
            return "whatever the pattern";
        }
        return (patterns.exactly() == null ? patterns.contains() : patterns.exactly()).toString();
    }

    private static String shortened(Collection<String> names) {
        List<String> some = names.stream().limit(4).toList();
        return names.size() <= 4
                ? String.join(", ", some)
                : String.join(", ", some) + " and " + (names.size() - 4) + " more";
    }
}
