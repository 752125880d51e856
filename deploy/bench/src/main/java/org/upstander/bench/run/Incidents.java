package org.upstander.bench.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.bench.control.BareHook;
import org.upstander.bench.control.BareRows;
import org.upstander.bench.control.Clients;
import org.upstander.bench.load.Latencies;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.load.RecordLoop;
import org.upstander.bench.traffic.AssessmentRecord;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Staff;
import org.upstander.contracts.Topics;

/**
 * R12: how many incidents a second alert-service opens, each on somebody else, by what a bare loop
 * commits on the same PostgreSQL. And how long from when an assessment is written until its page is
 * handed to a channel, at {@value #PER_SECOND} a second, beside one bare hop.
 */
final class Incidents implements Measurement {

    private static final int BACKLOG = 1_000;
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 10;
    private static final int WARM_UPS = 24;
    private static final Duration WARM_UP = Duration.ofSeconds(240);
    private static final int STREAM = PER_SECOND * SECONDS;
    private static final int EACH = BACKLOG + STREAM;
    private static final String HOP = "bench.hop";
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private long number = 1;

    private record Round(
            double opened, double paged, double bare, Latencies pages, Latencies hop) {}

    @Override
    public String name() {
        return "R12";
    }

    @Override
    public List<Figure> run(Options options) {
        List<Person> people = Staff.of(EACH * (WARM_UPS + options.rounds()), 41);
        try (Bench bench = new Bench(options, name());
                Receiver receiver = new Receiver();
                KafkaProducer<byte[], byte[]> producer = Clients.producer(bench.bootstrap(), 0)) {
            AlertAlone alert = new AlertAlone(bench);
            List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC");
            Control rows = bench.control(BareRows.class, jvm, alert.databaseUrl());
            bench.topics().create(HOP, 4);
            bench.control(
                    BareHook.class, jvm, bench.bootstrap(), HOP, "bench-hop", receiver.address());
            alert.employ(people, receiver);
            warmUp(new Backlog(bench, alert, receiver, producer), rows, people.iterator());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < options.rounds(); i++) {
                int from = EACH * (WARM_UPS + i);
                Round round =
                        round(
                                new Backlog(bench, alert, receiver, producer),
                                rows,
                                people.subList(from, from + EACH));
                report(i, round);
                rounds.add(round);
            }
            return figures(rounds);
        }
    }

    /** What takes part in draining a backlog. */
    private record Backlog(
            Bench bench,
            AlertAlone alert,
            Receiver receiver,
            KafkaProducer<byte[], byte[]> producer) {}

    /** Backlog and trickle take turns until pages do not come faster: both ways are compiled. */
    private void warmUp(Backlog backlog, Control rows, Iterator<Person> people) {
        new WarmUp(WARM_UP)
                .run(
                        "R12",
                        () -> {
                            bare(rows);
                            List<Person> some = Stream.generate(people::next).limit(EACH).toList();
                            drain(backlog, some.subList(0, BACKLOG));
                            Latencies pages = trickle(backlog, some.subList(BACKLOG, EACH));
                            return 1e3 / pages.percentileMillis(0.5);
                        });
    }

    /**
     * Both a second.
     *
     * @param opened incidents recorded
     * @param paged the same, until the last page is at the webhook
     */
    private record Drained(double opened, double paged) {}

    private Drained drain(Backlog backlog, List<Person> people) {
        backlog.alert().pausable().pause();
        Topic.fill(backlog.producer(), people.stream().map(this::attack).toList(), BACKLOG);
        long begin = System.nanoTime();
        backlog.alert().pausable().resume();
        long opened =
                backlog.bench()
                        .topics()
                        .awaitDrained(
                                AlertAlone.GROUP,
                                backlog.bench().topics().ends(Topics.ASSESSMENTS),
                                LIMIT);
        long[] since = new long[BACKLOG];
        Arrays.fill(since, begin);
        Latencies whole = AlertAlone.pages(people, since, backlog.receiver(), PATIENCE_NANOS);
        if (people.stream()
                .anyMatch(person -> backlog.receiver().arrival(person.staffId()).isEmpty())) {
            throw new BenchFailure("R12: not all incidents were paged for");
        }
        return new Drained(BACKLOG * 1e9 / opened, BACKLOG * 1e3 / whole.percentileMillis(1));
    }

    private static double bare(Control rows) {
        return BACKLOG * 1e9 / Long.parseLong(rows.ask(Integer.toString(BACKLOG), LIMIT));
    }

    private Round round(Backlog backlog, Control rows, List<Person> people) {
        Drained drained = drain(backlog, people.subList(0, BACKLOG));
        double bare = bare(rows);
        List<Person> stream = people.subList(BACKLOG, EACH);
        Latencies pages = trickle(backlog, stream);
        return new Round(
                drained.opened(),
                drained.paged(),
                bare,
                pages,
                hop(backlog.receiver(), backlog.producer(), stream));
    }

    private Latencies trickle(Backlog backlog, List<Person> people) {
        long[] due =
                RecordLoop.run(backlog.producer(), PER_SECOND, STREAM, i -> attack(people.get(i)));
        return AlertAlone.pages(people, due, backlog.receiver(), PATIENCE_NANOS);
    }

    private ProducerRecord<byte[], byte[]> attack(Person person) {
        long mine = number++;
        return AssessmentRecord.attack(person.staffId(), mine, mine, mine);
    }

    /** The same records over one topic to the same receiver. */
    private Latencies hop(
            Receiver receiver, KafkaProducer<byte[], byte[]> producer, List<Person> stream) {
        Map<Integer, String> names = new HashMap<>();
        long[] due =
                RecordLoop.run(
                        producer,
                        PER_SECOND,
                        STREAM,
                        i -> {
                            ProducerRecord<byte[], byte[]> attack = attack(stream.get(i));
                            names.put(i, "bare-" + number);
                            return new ProducerRecord<>(
                                    HOP,
                                    (BareHook.PAGE + names.get(i)).getBytes(StandardCharsets.UTF_8),
                                    attack.value());
                        });
        Latencies latencies = new Latencies();
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        names.forEach(
                (at, name) -> {
                    while (receiver.arrival(name).isEmpty() && System.nanoTime() < giveUp) {
                        LockSupport.parkNanos(5_000_000);
                    }
                    latencies.add(
                            receiver.arrival(name).orElse(due[at] + PATIENCE_NANOS) - due[at]);
                });
        return latencies;
    }

    private static void report(int number, Round round) {
        System.out.printf(
                "  R12 %s %,.0f incidents/s, %,.0f paged/s, bare loop %,.0f/s; page p50 %.1f p99 %.1f"
                        + " ms of %d, one bare hop p50 %.1f p99 %.1f ms%n",
                "round " + (number + 1),
                round.opened(),
                round.paged(),
                round.bare(),
                round.pages().percentileMillis(0.5),
                round.pages().percentileMillis(0.99),
                round.pages().size(),
                round.hop().percentileMillis(0.5),
                round.hop().percentileMillis(0.99));
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                Figure.ratio(
                        "R12",
                        "incidents opened by bare commits",
                        Spread.of(rounds, round -> round.opened() / round.bare()),
                        0.5),
                detail("R12_subject", "incidents opened a second", rounds, Round::opened, "1/s"),
                detail(
                        "R12_paged",
                        "incidents opened and paged for a second",
                        rounds,
                        Round::paged,
                        "1/s"),
                detail("R12_control", "bare commits a second", rounds, Round::bare, "1/s"),
                detail(
                        "R12_page_p50",
                        "assessment to webhook, median",
                        rounds,
                        round -> round.pages().percentileMillis(0.5),
                        "ms"),
                Figure.atMost(
                        "R12_page_p99",
                        "assessment to webhook, 99th percentile",
                        Spread.of(rounds, round -> round.pages().percentileMillis(0.99)),
                        "ms",
                        250),
                detail(
                        "R12_hop_p99",
                        "one bare hop, 99th percentile",
                        rounds,
                        round -> round.hop().percentileMillis(0.99),
                        "ms"));
    }

    private static Figure detail(
            String key,
            String what,
            List<Round> rounds,
            ToDoubleFunction<Round> figure,
            String unit) {
        return Figure.detail(key, what, Spread.of(rounds, figure), unit);
    }
}
