package org.upstander.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upstander.standalone.Service;

/**
 * What to run, from system properties.
 *
 * @param only {@code bench.only}: R1, R3, R4, R6, R11, R12, R13, R14, R15, R16, scoring; empty for
 *     all
 * @param rounds {@code bench.rounds}: how often subject and control alternate, 1 to 20
 * @param mentions {@code bench.mentions}: how many of a hundred posts name staff in R1, one run
 *     each
 * @param backlog {@code bench.backlog}: posts that R1 drains, 10,000 to 1,000,000
 * @param archive {@code bench.archive}: posts of R13's long file, 10,000 to 5,000,000
 * @param storm {@code bench.storm}: posts a second of R11's storm, 100 to 10,000
 * @param assessments {@code bench.assessments}: assessments of R15's year, 10,000 to 10,000,000
 * @param stored {@code bench.stored}: assessments in R16's database, 10,000 to 10,000,000
 * @param rosters {@code bench.rosters}: how many staff there are in the section scoring, ascending
 * @param root {@code upstander.root}: the checkout
 * @param output {@code bench.output}: folder of bench.json and the logs
 * @param recorded {@code bench.jfr}: whether services write a flight recording beside their logs;
 *     it costs a little, so take no figures from such a run
 * @param lingerMillis {@code bench.linger}: linger of ingest-service's producer and of the controls
 *     beside it, 0 to 100 ms; as shipped when absent
 * @param jars {@code bench.ingest.jar, bench.scoring.jar, bench.alert.jar}, where they lie
 *     elsewhere
 */
public record Options(
        List<String> only,
        int rounds,
        List<Integer> mentions,
        int backlog,
        int archive,
        int storm,
        int assessments,
        int stored,
        List<Integer> rosters,
        Path root,
        Path output,
        boolean recorded,
        int lingerMillis,
        Map<Service, Path> jars) {

    private static final List<String> KNOWN =
            List.of("R1", "R3", "R4", "R6", "R11", "R12", "R13", "R14", "R15", "R16", "scoring");

    public static Options fromSystem() {
        Path root = Path.of(property("upstander.root", "."));
        return new Options(
                only(property("bench.only", "")),
                rounds(property("bench.rounds", "3")),
                mentions(property("bench.mentions", "0,2,20")),
                backlog(property("bench.backlog", "300000")),
                archive(property("bench.archive", "1000000")),
                storm(property("bench.storm", "2000")),
                assessments(property("bench.assessments", "5000000")),
                stored(property("bench.stored", "1000000")),
                rosters(property("bench.rosters", "10,1000,100000")),
                root,
                Path.of(property("bench.output", root.resolve("deploy/bench/target").toString()))
                        .toAbsolutePath(),
                Boolean.parseBoolean(property("bench.jfr", "false")),
                linger(property("bench.linger", "1")),
                Map.of(
                        Service.INGEST, jar(root, Service.INGEST),
                        Service.SCORING, jar(root, Service.SCORING),
                        Service.ALERT, jar(root, Service.ALERT)));
    }

    public boolean wants(String measurement) {
        return only.isEmpty() || only.contains(measurement);
    }

    static List<String> only(String value) {
        List<String> only = list(value);
        for (String name : only) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                        "-Dbench.only=" + name + ": use some of " + String.join(",", KNOWN));
            }
        }
        return only;
    }

    static int rounds(String value) {
        return within("bench.rounds", value, 1, 20);
    }

    static List<Integer> mentions(String value) {
        return numbers("bench.mentions", value, 0, 100);
    }

    static int backlog(String value) {
        return posts("bench.backlog", value, 1_000_000);
    }

    static int archive(String value) {
        return posts("bench.archive", value, 5_000_000);
    }

    static int storm(String value) {
        return within("bench.storm", value, 100, 10_000);
    }

    static int assessments(String value) {
        return posts("bench.assessments", value, 10_000_000);
    }

    static int stored(String value) {
        return posts("bench.stored", value, 10_000_000);
    }

    private static int posts(String name, String value, int most) {
        return within(name, value, 10_000, most);
    }

    private static int within(String name, String value, int least, int most) {
        int number = Integer.parseInt(value);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "-D%s=%s: use %d to %d".formatted(name, value, least, most));
        }
        return number;
    }

    static List<Integer> rosters(String value) {
        return numbers("bench.rosters", value, 1, 200_000);
    }

    static int linger(String value) {
        return within("bench.linger", value, 0, 100);
    }

    /** Ascending, each once: the first and the last are the edges that a ratio is made of. */
    private static List<Integer> numbers(String name, String value, int least, int most) {
        List<Integer> numbers =
                list(value).stream().map(Integer::valueOf).distinct().sorted().toList();
        if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n < least || n > most)) {
            throw new IllegalArgumentException(
                    "-D%s=%s: use numbers from %d to %d, with commas between them"
                            .formatted(name, value, least, most));
        }
        return numbers;
    }

    private static List<String> list(String value) {
        return Stream.of(value.split(","))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static Path jar(Path root, Service service) {
        String told = property("bench." + service.label() + ".jar", "");
        return told.isEmpty() ? service.jar(root) : Path.of(told);
    }

    /** An empty property, as Maven hands an unset one on, is an absent one. */
    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
