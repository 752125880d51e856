package org.upstander.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.upstander.bench.load.Latencies;

/**
 * R15: how long a panel over a year takes, with five million assessments, beside the bare statement
 * on one connection to the same PostgreSQL.
 */
final class Dashboards implements Measurement {

    private static final int REQUESTS = 100;
    private static final double LIMIT_MILLIS = 50;

    /** What the panel of all days needs, and nothing else. */
    private static final String BARE =
            """
            select day, sum(supportive), sum(neutral), sum(criticism), sum(attack), sum(spam)
            from mention_day where day >= ? and day < ? group by day
            """;

    private record Round(
            Latencies timeseries,
            Latencies noiseFloor,
            Latencies person,
            Latencies zone,
            Latencies bare) {

        double ratio() {
            return p95(timeseries) / p95(bare);
        }
    }

    @Override
    public String name() {
        return "R15";
    }

    @Override
    public List<Figure> run(Options options) {
        try (Bench bench = new Bench(options, name())) {
            AlertAlone alert = new AlertAlone(bench);
            try (Connection connection =
                            DriverManager.getConnection(
                                    alert.databaseUrl(), "postgres", "postgres");
                    PreparedStatement bare = connection.prepareStatement(BARE)) {
                long begin = System.nanoTime();
                YearOfMentions.fill(connection, options.assessments());
                System.out.printf(
                        "  R15 filled with %,d assessments in %d s%n",
                        options.assessments(), (System.nanoTime() - begin) / 1_000_000_000);
                YearPanels panels = new YearPanels(alert.port(), bench.authorization());
                check(panels, options.assessments());
                new WarmUp().run("R15", () -> perSecond(panels, bare));
                List<Round> rounds = new ArrayList<>();
                for (int i = 1; i <= options.rounds(); i++) {
                    Round round = round(panels, bare);
                    report(i, round);
                    rounds.add(round);
                }
                return figures(rounds);
            } catch (SQLException e) {
                throw new BenchFailure("R15: the database did not answer", e);
            }
        }
    }

    /** No speed without the work: every assessment is in the answer. */
    private static void check(YearPanels panels, int assessments) {
        double sum = 0;
        for (String metric : List.of("mentions", "spam")) {
            try {
                JsonNode answer = Api.JSON.readTree(panels.get("timeseries?metric=" + metric));
                for (JsonNode item : answer.get("items")) {
                    sum += item.get("value").asDouble();
                }
            } catch (IOException e) {
                throw new BenchFailure("R15: not answered in JSON", e);
            }
        }
        if (sum != assessments) {
            throw new BenchFailure(
                    "R15: of %,d assessments %,.0f are shown".formatted(assessments, sum));
        }
    }

    private double perSecond(YearPanels panels, PreparedStatement bare) {
        long begin = System.nanoTime();
        round(panels, bare);
        return 5 * REQUESTS * 1e9 / (System.nanoTime() - begin);
    }

    /** In turn, one at a time: all see the same machine. */
    private static Round round(YearPanels panels, PreparedStatement bare) {
        Round round =
                new Round(
                        new Latencies(),
                        new Latencies(),
                        new Latencies(),
                        new Latencies(),
                        new Latencies());
        for (int number = 0; number < REQUESTS; number++) {
            time(round.timeseries(), at -> panels.timeseries(), number);
            time(round.bare(), at -> rows(panels, bare), number);
            time(round.noiseFloor(), at -> panels.noiseFloor(), number);
            time(round.person(), panels::person, number);
            time(round.zone(), panels::zone, number);
        }
        return round;
    }

    private static void time(Latencies latencies, IntConsumer question, int number) {
        long begin = System.nanoTime();
        question.accept(number);
        latencies.add(System.nanoTime() - begin);
    }

    private static int rows(YearPanels panels, PreparedStatement bare) {
        try {
            bare.setObject(1, panels.from().atOffset(ZoneOffset.UTC));
            bare.setObject(2, panels.to().atOffset(ZoneOffset.UTC));
            int count = 0;
            try (ResultSet rows = bare.executeQuery()) {
                while (rows.next()) {
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new BenchFailure("R15: the database did not answer", e);
        }
    }

    private static double p95(Latencies latencies) {
        return latencies.percentileMillis(0.95);
    }

    private static void report(int number, Round round) {
        System.out.printf(
                "  R15 round %d p95 of a year: time series %.1f ms, noise floor %.1f ms, of one person %.1f ms,"
                        + " of one person in another zone %.1f ms; bare statement %.1f ms%n",
                number,
                p95(round.timeseries()),
                p95(round.noiseFloor()),
                p95(round.person()),
                p95(round.zone()),
                p95(round.bare()));
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                panel("R15", "time series of a year, 95th percentile", rounds, Round::timeseries),
                panel(
                        "R15_noise_floor",
                        "noise floor of a year, 95th percentile",
                        rounds,
                        Round::noiseFloor),
                panel(
                        "R15_person",
                        "noise floor of a year of one person, 95th p.",
                        rounds,
                        Round::person),
                panel(
                        "R15_zone",
                        "year of one person, days of Berlin, 95th p.",
                        rounds,
                        Round::zone),
                Figure.detail(
                        "R15_control",
                        "bare statement, 95th percentile",
                        Spread.of(rounds, round -> p95(round.bare())),
                        "ms"),
                Figure.detail(
                        "R15_ratio",
                        "time series by the bare statement, 95th percentiles",
                        Spread.of(rounds, Round::ratio),
                        "ratio"));
    }

    private static Figure panel(
            String key, String what, List<Round> rounds, Function<Round, Latencies> of) {
        return Figure.atMost(
                key, what, Spread.of(rounds, round -> p95(of.apply(round))), "ms", LIMIT_MILLIS);
    }
}
