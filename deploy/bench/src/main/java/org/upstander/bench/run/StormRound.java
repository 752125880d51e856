package org.upstander.bench.run;

import java.util.List;
import org.upstander.bench.load.Latencies;

/**
 * What was seen of a storm.
 *
 * @param commits transactions that recorded some of its posts, for each post
 * @param firstMillis until its first page
 * @param pages about it when the last post was recorded
 * @param allowed one, and the digests that were due until then
 */
record StormRound(
        double commits,
        double firstMillis,
        double pages,
        double allowed,
        double recordedPerSecond,
        Latencies others,
        Latencies control) {

    void report(int number) {
        System.out.printf(
                "  R11 round %d: first page %.0f ms, %.0f pages, %.4f commits a post, %,.0f posts/s;"
                        + " others p50 %.1f p99 %.1f ms of %d, without storm p50 %.1f p99 %.1f ms%n",
                number + 1,
                firstMillis,
                pages,
                commits,
                recordedPerSecond,
                others.percentileMillis(0.5),
                others.percentileMillis(0.99),
                others.size(),
                control.percentileMillis(0.5),
                control.percentileMillis(0.99));
    }

    static List<Figure> figures(List<StormRound> rounds) {
        return List.of(
                Figure.atMost(
                        "R11_first",
                        "storm: its first post to its first page",
                        Spread.of(rounds, StormRound::firstMillis),
                        "ms",
                        2_000),
                Figure.atMost(
                        "R11_pages",
                        "storm: pages beyond the first and the digests due",
                        Spread.of(rounds, round -> round.pages() - round.allowed()),
                        "pages",
                        0),
                Figure.atMost(
                        "R11_commits",
                        "storm: transactions that record it, a post",
                        Spread.of(rounds, StormRound::commits),
                        "ratio",
                        0.02),
                Figure.detail(
                        "R11_posts",
                        "storm: posts recorded a second",
                        Spread.of(rounds, StormRound::recordedPerSecond),
                        "posts/s"),
                Figure.atMost(
                        "R11_others_p99",
                        "others' pages meanwhile, 99th percentile",
                        Spread.of(rounds, round -> round.others().percentileMillis(0.99)),
                        "ms",
                        2_000),
                Figure.detail(
                        "R11_control_p99",
                        "others' pages before, 99th percentile",
                        Spread.of(rounds, round -> round.control().percentileMillis(0.99)),
                        "ms"));
    }
}
