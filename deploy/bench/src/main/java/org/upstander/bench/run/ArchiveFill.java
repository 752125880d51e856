package org.upstander.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.upstander.bench.control.FileCopy;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.contracts.Topics;

/**
 * R13: old posts per second from a file, by the lines per second that a bare copy of the same file
 * writes; and what is alive on the service's heap on the way through a long one.
 */
final class ArchiveFill implements Measurement {

    private static final String COPY = "bench.copy";
    private static final String ROUND = "round";
    private static final String WHOLE = "whole";
    private static final int TEXTS = 20_000;

    /** A round is a fifth of the archive. */
    private static final int ROUNDS_OF_ARCHIVE = 5;

    private static final double[] SHARES = {0.1, 0.5};
    private static final double FLAT = 1.2;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** All cores are busy, so compiling comes last: fills become faster for minutes. */
    private static final int FILLS_OF_WARM_UP = 5;

    private static final Duration WARM_UP = Duration.ofMinutes(4);

    /** Each look costs both cores, and the copy is not looked at: so they are few until the end. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private static final Duration SELDOM = Duration.ofMillis(250);

    private record Round(double subject, double control) {
        double ratio() {
            return subject / control;
        }
    }

    @Override
    public String name() {
        return "R13";
    }

    @Override
    public List<Figure> run(Options options) {
        int posts = options.archive() / ROUNDS_OF_ARCHIVE;
        try (Bench bench = new Bench(options, name())) {
            bench.topics().create(COPY, 4);
            Path files = bench.data().resolve("files");
            Path file = file(files, ROUND, posts);
            file(files, WHOLE, options.archive());
            IngestAlone ingest =
                    new IngestAlone(
                            bench, options, Map.of("UPSTANDER_SOURCE_FILES", files.toString()));
            for (String name : List.of(ROUND, WHOLE)) {
                ingest.source(
                        name,
                        "file",
                        Api.JSON.createObjectNode().put("path", name + ".ndjson"),
                        false);
            }
            Control copy =
                    bench.control(
                            FileCopy.class,
                            Bench.JVM,
                            bench.bootstrap(),
                            COPY,
                            options.lingerMillis());
            WarmUp warmUp = new WarmUp(WARM_UP);
            warmUp.run("R13 back-fill", () -> filledAgainAndAgain(bench, ingest, posts));
            warmUp.run("R13 copy", () -> copied(bench, copy, file, posts));
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= options.rounds(); i++) {
                Round round =
                        new Round(filled(bench, ingest, posts), copied(bench, copy, file, posts));
                System.out.printf(
                        "  R13 round %d back-fill %,.0f posts/s, copy %,.0f lines/s, ratio %.3f%n",
                        i, round.subject(), round.control(), round.ratio());
                rounds.add(round);
            }
            return figures(rounds, heap(ingest, options.archive()));
        }
    }

    private static double filledAgainAndAgain(Bench bench, IngestAlone ingest, int posts) {
        return IntStream.range(0, FILLS_OF_WARM_UP)
                .mapToDouble(i -> filled(bench, ingest, posts))
                .average()
                .orElseThrow();
    }

    private static double filled(Bench bench, IngestAlone ingest, int posts) {
        long before = bench.topics().end(Topics.POSTS);
        long begin = System.nanoTime();
        ingest.backfill(ROUND);
        await(ingest, ROUND, posts);
        long took = System.nanoTime() - begin;
        done(ingest, ROUND, posts);
        written(bench.topics().end(Topics.POSTS) - before, posts);
        return posts * 1e9 / took;
    }

    private static double copied(Bench bench, Control copy, Path file, int posts) {
        long before = bench.topics().end(COPY);
        long took = Long.parseLong(copy.ask(file.toString(), LIMIT));
        written(bench.topics().end(COPY) - before, posts);
        return posts * 1e9 / took;
    }

    private static void written(long written, int posts) {
        if (written < posts) {
            throw new BenchFailure(
                    "R13: of %,d posts %,d lie on the topic".formatted(posts, written));
        }
    }

    /** Bytes on the heap at 10 %, at 50 % and at the end. */
    private static double[] heap(IngestAlone ingest, int posts) {
        double[] used = new double[SHARES.length + 1];
        try (ServiceHeap heap = new ServiceHeap(ingest.pid())) {
            ingest.backfill(WHOLE);
            for (int i = 0; i < SHARES.length; i++) {
                await(ingest, WHOLE, (long) (posts * SHARES[i]));
                used[i] = heap.used();
            }
            await(ingest, WHOLE, posts);
            used[SHARES.length] = heap.used();
        }
        done(ingest, WHOLE, posts);
        System.out.printf(
                "  R13 heap at 10 %%, 50 %%, 100 %% of %,d posts: %.1f, %.1f, %.1f MiB%n",
                posts, used[0] / (1 << 20), used[1] / (1 << 20), used[2] / (1 << 20));
        return used;
    }

    private static void await(IngestAlone ingest, String source, long items) {
        long begin = System.nanoTime();
        JsonNode progress = ingest.progress(source);
        while (progress.get("items").asLong() < items) {
            long since = System.nanoTime() - begin;
            if ("failed".equals(progress.get("state").asText()) || since > LIMIT.toNanos()) {
                throw new BenchFailure("R13: the back-fill stopped: " + progress);
            }
            LockSupport.parkNanos(untilNextLook(since, progress.get("items").asLong(), items));
            progress = ingest.progress(source);
        }
    }

    /** Half of what it will take as it went until now. */
    private static long untilNextLook(long since, long done, long items) {
        double left = done == 0 ? 0 : (double) since / done * (items - done);
        return (long) Math.min(Math.max(left / 2, LOOK.toNanos()), SELDOM.toNanos());
    }

    /** Only then the next may begin. */
    private static void done(IngestAlone ingest, String source, int posts) {
        long giveUp = System.nanoTime() + LIMIT.toNanos();
        while (!"done".equals(ingest.progress(source).get("state").asText())) {
            if (System.nanoTime() - giveUp > 0) {
                throw new BenchFailure("R13: the back-fill does not end");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        long accepted = ingest.progress(source).get("accepted").asLong();
        if (accepted != posts) {
            throw new BenchFailure(
                    "R13: of %,d posts %,d were accepted".formatted(posts, accepted));
        }
    }

    private static Path file(Path directory, String name, int posts) {
        List<SyntheticPost> texts = new Traffic(Staff.of(1_000, 11), 17).posts(TEXTS);
        Path file = directory.resolve(name + ".ndjson");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (int number = 0; number < posts; number++) {
                    out.write(texts.get(number % TEXTS).numbered(number).asRequest());
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static List<Figure> figures(List<Round> rounds, double[] heap) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.ratio(
                        "R13",
                        "back-fill / bare copy of the same file",
                        Spread.of(rounds, Round::ratio),
                        0.4));
        figures.add(
                Figure.detail(
                        "R13_subject",
                        "ingest-service",
                        Spread.of(rounds, Round::subject),
                        "posts/s"));
        figures.add(
                Figure.detail(
                        "R13_control", "bare copy", Spread.of(rounds, Round::control), "posts/s"));
        figures.add(
                Figure.atMost(
                        "R13_heap",
                        "heap at the end of the archive / at a tenth of it",
                        Spread.of(heap[2] / heap[0]),
                        "ratio",
                        FLAT));
        String[] shares = {"10", "50", "100"};
        for (int i = 0; i < shares.length; i++) {
            figures.add(
                    Figure.detail(
                            "R13_heap_" + shares[i],
                            "heap after collecting at " + shares[i] + " %",
                            Spread.of(heap[i]),
                            "B"));
        }
        return figures;
    }
}
