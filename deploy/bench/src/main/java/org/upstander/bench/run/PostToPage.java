package org.upstander.bench.run;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.upstander.bench.control.BareDoor;
import org.upstander.bench.control.BareHook;
import org.upstander.bench.control.RawCopy;
import org.upstander.bench.load.Latencies;
import org.upstander.bench.load.OpenLoop;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.traffic.Attacks;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.infrastructure.FreePorts;

/**
 * R6: how long from when a post should have been sent until its page reaches a webhook, at a
 * constant {@value #PER_SECOND} posts a second, one in {@value #ATTACK_EVERY} an attack on somebody
 * who was not attacked before. Beside it the same over three bare hops.
 */
final class PostToPage implements Measurement {

    private static final int PER_SECOND = 200;
    private static final int ATTACK_EVERY = 10;
    private static final int SECONDS = 15;
    private static final int CONTROL_SECONDS = 8;
    private static final int BYSTANDERS = 100;
    // Five JVMs on two cores: the median falls from 9 s to some 100 ms over these.
    private static final int WARM_UPS = 12;
    private static final int ATTACKS_IN_ROUND = PER_SECOND * SECONDS / ATTACK_EVERY;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String HOP_1 = "bench.hop1";
    private static final String HOP_2 = "bench.hop2";

    private record Round(Latencies subject, Latencies control) {}

    @Override
    public String name() {
        return "R6";
    }

    @Override
    public List<Figure> run(Options options) {
        int attacked = ATTACKS_IN_ROUND * (options.rounds() + WARM_UPS);
        List<Person> people = Staff.of(attacked + BYSTANDERS, 21);
        try (Bench bench = new Bench(options, name());
                Receiver receiver = new Receiver()) {
            URI bare = startControl(bench, receiver);
            PagingSystem system = new PagingSystem(bench);
            system.employ(people, receiver);
            List<String> sentences = system.recognised(Attacks.SENTENCES, people.get(0));
            System.out.printf(
                    "  R6 %d people employed; the model takes %d of %d sentences for attacks%n",
                    people.size(), sentences.size(), Attacks.SENTENCES.size());
            Stream stream =
                    new Stream(
                            bench.authorization(),
                            receiver,
                            sentences,
                            people,
                            new Traffic(people.subList(attacked, people.size()), 22)
                                    .posts(PER_SECOND * SECONDS));
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < options.rounds() + WARM_UPS; i++) {
                Round round =
                        new Round(
                                stream.subject(system.posts(), i * ATTACKS_IN_ROUND),
                                stream.control(bare, i));
                report(i, round);
                if (i >= WARM_UPS) {
                    rounds.add(round);
                }
            }
            return figures(rounds);
        }
    }

    private static URI startControl(Bench bench, Receiver receiver) {
        bench.topics().create(HOP_1, 4);
        bench.topics().create(HOP_2, 4);
        List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC");
        int port = FreePorts.one();
        bench.control(BareDoor.class, jvm, bench.bootstrap(), port, HOP_1, 0);
        bench.control(RawCopy.class, jvm, bench.bootstrap(), HOP_1, HOP_2, "bench-hop1", 500, 0);
        bench.control(
                BareHook.class, jvm, bench.bootstrap(), HOP_2, "bench-hop2", receiver.address());
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Sends a round and waits for its pages. */
    private record Stream(
            String authorization,
            Receiver receiver,
            List<String> sentences,
            List<Person> people,
            List<SyntheticPost> others) {

        Latencies subject(URI door, int firstAttacked) {
            int count = PER_SECOND * SECONDS;
            List<OpenLoop.Message> messages = new ArrayList<>(count);
            Map<Integer, String> pages = new HashMap<>();
            for (int i = 0; i < count; i++) {
                SyntheticPost post = others.get(i);
                if (i % ATTACK_EVERY == 0) {
                    int victim = firstAttacked + i / ATTACK_EVERY;
                    post =
                            Attacks.post(
                                    sentences.get(victim % sentences.size()),
                                    people.get(victim),
                                    1_000_000 + victim);
                    pages.put(i, people.get(victim).staffId());
                }
                messages.add(new OpenLoop.Message(door, post.asLiveRequest(), authorization, null));
            }
            return measure(messages, pages);
        }

        Latencies control(URI door, int round) {
            int count = PER_SECOND * CONTROL_SECONDS;
            List<OpenLoop.Message> messages = new ArrayList<>(count);
            Map<Integer, String> pages = new HashMap<>();
            for (int i = 0; i < count; i++) {
                String key = "other";
                if (i % ATTACK_EVERY == 0) {
                    String page = "bare-" + round + "-" + i;
                    pages.put(i, page);
                    key = BareHook.PAGE + page;
                }
                messages.add(
                        new OpenLoop.Message(
                                door, others.get(i).asLiveRequest(), authorization, key));
            }
            return measure(messages, pages);
        }

        private Latencies measure(List<OpenLoop.Message> messages, Map<Integer, String> pages) {
            long[] due = new long[messages.size()];
            long refused =
                    new OpenLoop()
                            .run(
                                    PER_SECOND,
                                    messages.size(),
                                    messages::get,
                                    (index, at) -> due[index] = at);
            if (refused > 0) {
                throw new BenchFailure("R6: " + refused + " posts were not accepted");
            }
            Latencies latencies = new Latencies();
            long giveUp = System.nanoTime() + PATIENCE_NANOS;
            pages.forEach(
                    (index, name) -> {
                        while (receiver.arrival(name).isEmpty() && System.nanoTime() < giveUp) {
                            LockSupport.parkNanos(5_000_000);
                        }
                        // A page that never came counts as one that came too late.
                        long arrived = receiver.arrival(name).orElse(due[index] + PATIENCE_NANOS);
                        latencies.add(arrived - due[index]);
                    });
            return latencies;
        }
    }

    private static void report(int number, Round round) {
        System.out.printf(
                "  R6 %s page p50 %.1f p99 %.1f ms of %d; three bare hops p50 %.1f p99 %.1f ms of %d%n",
                number < WARM_UPS ? "warm-up" : "round " + (number - WARM_UPS + 1),
                round.subject().percentileMillis(0.5),
                round.subject().percentileMillis(0.99),
                round.subject().size(),
                round.control().percentileMillis(0.5),
                round.control().percentileMillis(0.99),
                round.control().size());
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                latency("R6_p50", "post to webhook, median", rounds, 0.5, 50),
                latency("R6_p99", "post to webhook, 99th percentile", rounds, 0.99, 300),
                Figure.detail(
                        "R6_control_p50",
                        "three bare hops, median",
                        Spread.of(rounds, round -> round.control().percentileMillis(0.5)),
                        "ms"),
                Figure.detail(
                        "R6_control_p99",
                        "three bare hops, 99th percentile",
                        Spread.of(rounds, round -> round.control().percentileMillis(0.99)),
                        "ms"));
    }

    private static Figure latency(
            String key, String what, List<Round> rounds, double share, double bound) {
        return Figure.atMost(
                key,
                what,
                Spread.of(rounds, round -> round.subject().percentileMillis(share)),
                "ms",
                bound);
    }
}
