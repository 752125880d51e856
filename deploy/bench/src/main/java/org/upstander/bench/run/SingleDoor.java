package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.bench.control.BareDoor;
import org.upstander.bench.load.ClosedLoop;
import org.upstander.bench.load.HttpRequests;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;

/**
 * R3: posts per second through {@code POST /v1/posts}, one post a request, by what a bare server
 * takes that looks at nothing and answers after the broker's acknowledgement too.
 */
final class SingleDoor implements Measurement {

    private static final String BARE = "bench.bare";
    private static final int DISTINCT_POSTS = 20_000;
    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final Duration RAMP = Duration.ofMillis(700);
    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final int[] CONNECTIONS = {64, 256};

    private record Round(ClosedLoop.Outcome subject, ClosedLoop.Outcome control) {
        double ratio() {
            return subject.perSecond() / control.perSecond();
        }
    }

    @Override
    public String name() {
        return "R3";
    }

    @Override
    public List<Figure> run(Options options) {
        List<SyntheticPost> posts = new Traffic(Staff.of(1_000, 11), 13).posts(DISTINCT_POSTS);
        try (Bench bench = new Bench(options, name())) {
            bench.topics().create(BARE, 4);
            int barePort = FreePorts.one();
            bench.control(
                    BareDoor.class,
                    Bench.JVM,
                    bench.bootstrap(),
                    barePort,
                    BARE,
                    options.lingerMillis());
            int port = FreePorts.one();
            bench.service(
                    Service.INGEST,
                    port,
                    Bench.JVM,
                    Map.of("UPSTANDER_INGEST_WRITER_LINGER", options.lingerMillis() + "ms"));
            Doors doors =
                    new Doors(
                            bench,
                            port,
                            requests(posts, port, bench),
                            barePort,
                            requests(posts, barePort, bench));
            for (int connections : CONNECTIONS) {
                doors.warmUp(connections);
            }
            Map<Integer, List<Round>> rounds = new LinkedHashMap<>();
            for (int i = 1; i <= options.rounds(); i++) {
                for (int connections : CONNECTIONS) {
                    Round round = doors.round(connections);
                    rounds.computeIfAbsent(connections, c -> new ArrayList<>()).add(round);
                    System.out.printf(
                            "  R3 round %d c%d ingest %,.0f posts/s, bare %,.0f posts/s, ratio %.3f%n",
                            i,
                            connections,
                            round.subject().perSecond(),
                            round.control().perSecond(),
                            round.ratio());
                }
            }
            return figures(rounds);
        }
    }

    private static List<byte[]> requests(List<SyntheticPost> posts, int port, Bench bench) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", bench.authorization());
        headers.put("Content-Type", "application/json");
        return posts.stream()
                .map(post -> HttpRequests.post(port, "/v1/posts", headers, post.asRequest()))
                .toList();
    }

    private record Doors(
            Bench bench,
            int subjectPort,
            List<byte[]> subjectRequests,
            int controlPort,
            List<byte[]> controlRequests) {

        void warmUp(int connections) {
            WarmUp warmUp = new WarmUp();
            warmUp.run("R3 ingest c" + connections, () -> subject(connections, WINDOW).perSecond());
            warmUp.run("R3 bare c" + connections, () -> control(connections, WINDOW).perSecond());
        }

        Round round(int connections) {
            return new Round(subject(connections, MEASURED), control(connections, MEASURED));
        }

        private ClosedLoop.Outcome subject(int connections, Duration measured) {
            return door(subjectPort, subjectRequests, Topics.POSTS, connections, measured);
        }

        private ClosedLoop.Outcome control(int connections, Duration measured) {
            return door(controlPort, controlRequests, BARE, connections, measured);
        }

        private ClosedLoop.Outcome door(
                int port, List<byte[]> requests, String topic, int connections, Duration measured) {
            long before = bench.topics().end(topic);
            ClosedLoop.Outcome outcome =
                    ClosedLoop.run(port, requests, connections, RAMP, measured);
            Work.check("R3", outcome, outcome.accepted(), bench.topics().end(topic) - before);
            return outcome;
        }
    }

    private static List<Figure> figures(Map<Integer, List<Round>> rounds) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.ratio(
                        "R3",
                        "single-post door / bare Vert.x door, 256 connections",
                        Spread.of(rounds.get(256), Round::ratio),
                        0.65));
        rounds.forEach(
                (connections, all) -> {
                    String key = "R3_c" + connections;
                    figures.add(
                            Figure.detail(
                                    key,
                                    "the same, " + connections + " connections",
                                    Spread.of(all, Round::ratio),
                                    "ratio"));
                    figures.add(
                            Figure.detail(
                                    key + "_subject",
                                    "ingest-service",
                                    Spread.of(all, round -> round.subject().perSecond()),
                                    "posts/s"));
                    figures.add(
                            Figure.detail(
                                    key + "_control",
                                    "bare Vert.x door",
                                    Spread.of(all, round -> round.control().perSecond()),
                                    "posts/s"));
                });
        return figures;
    }
}
