package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.upstander.bench.load.Buckets;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Staff;

/**
 * R16: how long patterns hold up the recording of an assessment where a million are stored, and how
 * long they work where that many and where {@value #FEW} are: it may grow with what comes, not with
 * what was.
 */
final class PatternEvaluation implements Measurement {

    private static final int FEW = 10_000;
    private static final int STAFF = 100;
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 30;

    /** After what is stored was counted anew, every statement is planned anew once. */
    private static final int RUN_IN_SECONDS = 5;

    private static final int WARM_UP_PER_SECOND = 100;
    private static final int WARM_UP_SECONDS = 10;
    private static final Duration WARM_UP = Duration.ofMinutes(4);
    private static final double LIMIT_MILLIS = 2;
    private static final double MOST_GROWTH = 1.2;

    record Round(WeighedHistory.Weighed many, WeighedHistory.Weighed few) {

        double growth() {
            return many.worked().percentileMillis(0.5) / few.worked().percentileMillis(0.5);
        }
    }

    @Override
    public String name() {
        return "R16";
    }

    @Override
    public List<Figure> run(Options options) {
        List<Person> staff = Staff.of(STAFF, 61);
        try (Bench one = new Bench(options, name() + "-few");
                Bench other = new Bench(options, name())) {
            WeighedHistory few = WeighedHistory.of(one, staff, FEW);
            WeighedHistory many = WeighedHistory.of(other, staff, options.stored());
            new WarmUp(WARM_UP).run(name(), () -> perSecond(many, few));
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= options.rounds(); i++) {
                Round round = new Round(alone(many, few), alone(few, many));
                report(i, round);
                rounds.add(round);
            }
            return figures(rounds, options.stored());
        }
    }

    /** By the slower ones: these go the whole way. */
    private static double perSecond(WeighedHistory many, WeighedHistory few) {
        double millis = 0;
        for (WeighedHistory one : List.of(many, few)) {
            millis +=
                    one.mentions(WARM_UP_PER_SECOND, WARM_UP_PER_SECOND * WARM_UP_SECONDS)
                            .worked()
                            .percentileMillis(0.9);
        }
        return 2e3 / millis;
    }

    /** The other one would still page for what it was told before. */
    private static WeighedHistory.Weighed alone(WeighedHistory measured, WeighedHistory other) {
        other.service().pause();
        try {
            return round(measured);
        } finally {
            other.service().resume();
        }
    }

    private static WeighedHistory.Weighed round(WeighedHistory history) {
        history.forget();
        history.mentions(PER_SECOND, PER_SECOND * RUN_IN_SECONDS);
        return history.mentions(PER_SECOND, PER_SECOND * SECONDS);
    }

    private static void report(int number, Round round) {
        System.out.printf(
                "  R16 round %d held up by patterns: %s of %d, working %s; with few stored %s, working %s%n",
                number,
                halfAndMost(round.many().heldUp()),
                round.many().heldUp().count(),
                halfAndMost(round.many().worked()),
                halfAndMost(round.few().heldUp()),
                halfAndMost(round.few().worked()));
    }

    private static String halfAndMost(Buckets times) {
        return "p50 %.2f p99 %.2f ms"
                .formatted(times.percentileMillis(0.5), times.percentileMillis(0.99));
    }

    static List<Figure> figures(List<Round> rounds, int stored) {
        return List.of(
                Figure.atMost(
                        "R16",
                        "patterns hold up an assessment, %,d stored, 99th p.".formatted(stored),
                        Spread.of(rounds, round -> round.many().heldUp().percentileMillis(0.99)),
                        "ms",
                        LIMIT_MILLIS),
                Figure.detail(
                        "R16_bare_p99",
                        "one bare look-up meanwhile, 99th percentile",
                        Spread.of(rounds, round -> round.many().bare().percentileMillis(0.99)),
                        "ms"),
                detail(
                        "R16_p50",
                        "half of them at most",
                        rounds,
                        round -> round.many().heldUp(),
                        0.5),
                detail(
                        "R16_few_p99",
                        "%,d stored, 99th percentile".formatted(FEW),
                        rounds,
                        round -> round.few().heldUp(),
                        0.99),
                detail(
                        "R16_few_p50",
                        "half of them at most",
                        rounds,
                        round -> round.few().heldUp(),
                        0.5),
                detail(
                        "R16_work_p99",
                        "all of their work, %,d stored, 99th percentile".formatted(stored),
                        rounds,
                        round -> round.many().worked(),
                        0.99),
                detail(
                        "R16_work_p50",
                        "half of it at most",
                        rounds,
                        round -> round.many().worked(),
                        0.5),
                Figure.atMost(
                        "R16_ratio",
                        "medians of work: %,d stored / %,d stored".formatted(stored, FEW),
                        Spread.of(rounds, Round::growth),
                        "ratio",
                        MOST_GROWTH));
    }

    private static Figure detail(
            String key,
            String what,
            List<Round> rounds,
            Function<Round, Buckets> of,
            double share) {
        return Figure.detail(
                key,
                what,
                Spread.of(rounds, round -> of.apply(round).percentileMillis(share)),
                "ms");
    }
}
