package org.upstander.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.bench.control.Clients;
import org.upstander.bench.control.WarmProducerPerformance;
import org.upstander.bench.load.ClosedLoop;
import org.upstander.bench.load.HttpRequests;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;

/**
 * R4: posts per second through {@code POST /v1/posts} in batches of 500, by the records per second
 * that Kafka's own ProducerPerformance sends of the same bytes.
 */
final class BatchDoor implements Measurement {

    private static final String TOPIC = "bench.performance";
    private static final int BATCH = 500;
    private static final int BATCHES = 60;
    private static final int CONNECTIONS = 4;
    private static final int RECORDS = 800_000;
    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final Duration RAMP = Duration.ofMillis(700);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private record Round(double array, double lines, double control) {}

    @Override
    public String name() {
        return "R4";
    }

    @Override
    public List<Figure> run(Options options) {
        List<byte[]> posts =
                new Traffic(Staff.of(1_000, 11), 14)
                        .posts(BATCH * BATCHES).stream().map(SyntheticPost::asRequest).toList();
        try (Bench bench = new Bench(options, name())) {
            bench.topics().create(TOPIC, 4);
            Control performance = performance(bench, posts, options);
            int port = FreePorts.one();
            bench.service(
                    Service.INGEST,
                    port,
                    Bench.JVM,
                    Map.of("UPSTANDER_INGEST_WRITER_LINGER", options.lingerMillis() + "ms"));
            List<byte[]> arrays = requests(bench, port, posts, false);
            List<byte[]> lines = requests(bench, port, posts, true);
            WarmUp warmUp = new WarmUp();
            warmUp.run("R4 arrays", () -> door(bench, port, arrays, WINDOW));
            warmUp.run("R4 NDJSON", () -> door(bench, port, lines, WINDOW));
            warmUp.run("R4 ProducerPerformance", () -> sent(performance));
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= options.rounds(); i++) {
                Round round =
                        new Round(
                                door(bench, port, arrays, MEASURED),
                                door(bench, port, lines, MEASURED),
                                sent(performance));
                System.out.printf(
                        "  R4 round %d arrays %,.0f, NDJSON %,.0f posts/s, ProducerPerformance %,.0f rec/s, ratios %.3f %.3f%n",
                        i,
                        round.array(),
                        round.lines(),
                        round.control(),
                        round.array() / round.control(),
                        round.lines() / round.control());
                rounds.add(round);
            }
            return figures(rounds);
        }
    }

    private static Control performance(Bench bench, List<byte[]> posts, Options options) {
        Path payloads = bench.data().resolve("payloads.ndjson");
        try {
            Files.write(payloads, join(posts, 0, posts.size(), "", "\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Object> args = new ArrayList<>();
        args.addAll(List.of("--topic", TOPIC, "--throughput", "-1"));
        args.addAll(List.of("--payload-file", payloads, "--producer-props"));
        Clients.producerSettings(bench.bootstrap(), options.lingerMillis())
                .forEach((name, value) -> args.add(name + "=" + value));
        return bench.control(WarmProducerPerformance.class, Bench.JVM, args.toArray());
    }

    private static double sent(Control performance) {
        return Double.parseDouble(performance.ask(Integer.toString(RECORDS), LIMIT));
    }

    private static double door(Bench bench, int port, List<byte[]> requests, Duration measured) {
        long before = bench.topics().end(Topics.POSTS);
        ClosedLoop.Outcome outcome = ClosedLoop.run(port, requests, CONNECTIONS, RAMP, measured);
        Work.check(
                "R4",
                outcome,
                outcome.accepted() * BATCH,
                bench.topics().end(Topics.POSTS) - before);
        return outcome.perSecond() * BATCH;
    }

    private static List<byte[]> requests(
            Bench bench, int port, List<byte[]> posts, boolean asLines) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", bench.authorization());
        headers.put("Content-Type", asLines ? "application/x-ndjson" : "application/json");
        List<byte[]> requests = new ArrayList<>();
        for (int from = 0; from < posts.size(); from += BATCH) {
            byte[] body =
                    asLines
                            ? join(posts, from, from + BATCH, "", "\n", "\n")
                            : join(posts, from, from + BATCH, "[", ",", "]");
            requests.add(HttpRequests.post(port, "/v1/posts", headers, body));
        }
        return requests;
    }

    private static byte[] join(
            List<byte[]> posts, int from, int to, String open, String between, String close) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(open.getBytes(StandardCharsets.US_ASCII));
        for (int i = from; i < to; i++) {
            if (i > from) {
                body.writeBytes(between.getBytes(StandardCharsets.US_ASCII));
            }
            body.writeBytes(posts.get(i));
        }
        body.writeBytes(close.getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                Figure.ratio(
                        "R4",
                        "batch door, arrays of 500 / ProducerPerformance",
                        Spread.of(rounds, round -> round.array() / round.control()),
                        0.4),
                Figure.detail(
                        "R4_ndjson",
                        "the same as NDJSON",
                        Spread.of(rounds, round -> round.lines() / round.control()),
                        "ratio"),
                Figure.detail(
                        "R4_subject",
                        "ingest-service, arrays",
                        Spread.of(rounds, Round::array),
                        "posts/s"),
                Figure.detail(
                        "R4_ndjson_subject",
                        "ingest-service, NDJSON",
                        Spread.of(rounds, Round::lines),
                        "posts/s"),
                Figure.detail(
                        "R4_control",
                        "ProducerPerformance, same bytes",
                        Spread.of(rounds, Round::control),
                        "posts/s"));
    }
}
