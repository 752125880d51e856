package org.upstander.scenarios.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upstander.scenarios.stage.Played.Notice;
import org.upstander.scenarios.stage.Played.Noticed;

/** What came of stories, as text for people. */
public final class Report {

    private static final String ROW = "  %-12s %-36s %3s %6s %8s  %-10s %-24s %s%n";
    private static final int PAGES_SHOWN = 3;

    private Report() {}

    /** One story. */
    public static String of(Result result) {
        StringBuilder text = new StringBuilder(1024);
        text.append(
                "%s: %s (%d posts)%n"
                        .formatted(result.file(), result.story().title(), result.played().posts()));
        if (!result.played().incidents().isEmpty()) {
            text.append(
                    row(
                            "staff",
                            "patterns",
                            "sev",
                            "posts",
                            "authors",
                            "opened",
                            "pages",
                            "after"));
        }
        for (Noticed one : result.played().incidents()) {
            text.append(
                    row(
                            one.staff(),
                            one.patterns().isEmpty() ? "-" : String.join(", ", one.patterns()),
                            one.severity(),
                            one.posts().size(),
                            one.authors().size(),
                            Clockface.moment(result.story(), one.openedAt()),
                            pages(result, one),
                            Clockface.span(result.detection(one))));
        }
        for (Notice notice : result.played().notices()) {
            text.append(
                    "  source %s %s, told %s%n"
                            .formatted(
                                    notice.source(),
                                    notice.state(),
                                    Clockface.moment(result.story(), notice.at())));
        }
        return text.append(verdict(result)).toString();
    }

    /** All of them together. */
    public static String summary(List<Result> results) {
        Map<String, List<Duration>> byPattern = new TreeMap<>();
        for (Result result : results) {
            for (Comparison.Match match : result.comparison().matched()) {
                for (String pattern : match.noticed().patterns()) {
                    byPattern
                            .computeIfAbsent(pattern, key -> new ArrayList<>())
                            .add(result.detection(match.noticed()));
                }
            }
        }
        int quiet = results.stream().mapToInt(Result::quietPosts).sum();
        int wrong = results.stream().mapToInt(Result::falsePatterns).sum();
        StringBuilder text = new StringBuilder(512);
        text.append(
                "%d stories, %d as expected, %d with a known gap, %d different%n"
                        .formatted(
                                results.size(),
                                results.stream()
                                        .filter(one -> one.isFine() && !one.hasKnownGap())
                                        .count(),
                                results.stream()
                                        .filter(one -> one.isFine() && one.hasKnownGap())
                                        .count(),
                                results.stream().filter(one -> !one.isFine()).count()));
        text.append(
                String.format(
                        Locale.ROOT,
                        "false patterns per 10,000 quiet posts: %.2f (%d in %d)%n",
                        quiet == 0 ? 0 : 10_000.0 * wrong / quiet,
                        wrong,
                        quiet));
        text.append(
                "time from the first post of a campaign to the incident, median and longest:\n");
        byPattern.forEach(
                (pattern, spans) ->
                        text.append(
                                "  %-12s %10s %10s  (%d)%n"
                                        .formatted(
                                                pattern,
                                                Clockface.span(median(spans)),
                                                Clockface.span(
                                                        spans.stream()
                                                                .max(Comparator.naturalOrder())
                                                                .orElseThrow()),
                                                spans.size())));
        return text.toString();
    }

    private static String verdict(Result result) {
        List<String> differences = result.comparison().differences();
        if (differences.isEmpty()) {
            return result.hasKnownGap()
                    ? "  THE GAP IS CLOSED, take it out of the story: %s%n"
                            .formatted(result.story().expect().gap())
                    : "  as expected%n".formatted();
        }
        return differences.stream()
                        .map("  DIFFERENT: %s%n"::formatted)
                        .collect(Collectors.joining())
                + (result.hasKnownGap()
                        ? "  known gap: %s%n".formatted(result.story().expect().gap())
                        : "");
    }

    private static String pages(Result result, Noticed one) {
        if (one.pages().isEmpty()) {
            return "held";
        }
        String shown =
                one.pages().stream()
                        .limit(PAGES_SHOWN)
                        .map(at -> Clockface.moment(result.story(), at))
                        .collect(Collectors.joining(", "));
        return one.pages().size() <= PAGES_SHOWN
                ? shown
                : shown + ", … (" + one.pages().size() + ")";
    }

    private static Duration median(List<Duration> spans) {
        return spans.stream().sorted().toList().get(spans.size() / 2);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
