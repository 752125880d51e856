package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.upstander.bench.control.Clients;
import org.upstander.bench.load.Latencies;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.load.RecordLoop;
import org.upstander.bench.traffic.AssessmentRecord;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Staff;
import org.upstander.contracts.Topics;

/**
 * R11: {@value #POSTS} posts on one person, 2,000 a second where nothing else was said, while
 * others are attacked as before, {@value #OTHERS_PER_SECOND} a second. The control is the same
 * without the storm, right before it: how soon the others' pages come.
 */
final class Storm implements Measurement {

    private static final int POSTS = 100_000;
    private static final int AUTHORS = 2_000;
    private static final int OTHERS_PER_SECOND = 10;
    private static final int CONTROL_SECONDS = 20;
    private static final int WARM_UPS = 300;
    private static final int WARM_UP_POSTS = 60_000;

    /**
     * As long as scoring-service's batches take; a request for each post would cost the broker a
     * core.
     */
    private static final int LINGER_MILLIS = 20;

    private static final int DIGEST_SECONDS = 60;
    private static final Duration WARM_UP = Duration.ofMinutes(4);
    private static final Duration RECORDED_WITHIN = Duration.ofMinutes(5);
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private long number = 1;

    @Override
    public String name() {
        return "R11";
    }

    @Override
    public List<Figure> run(Options options) {
        int control = OTHERS_PER_SECOND * CONTROL_SECONDS;
        int beside = OTHERS_PER_SECOND * (POSTS / options.storm());
        int each = control + beside + 1;
        List<Person> people = Staff.of(WARM_UPS + each * options.rounds(), 31);
        try (Bench bench = new Bench(options, name());
                Receiver receiver = new Receiver();
                KafkaProducer<byte[], byte[]> producer = Clients.producer(bench.bootstrap(), 0)) {
            AlertAlone alert = new AlertAlone(bench);
            alert.employ(people, receiver);
            List<Person> first = people.subList(0, WARM_UPS);
            AlertAlone.pages(first, attack(producer, first, 30), receiver, PATIENCE_NANOS);
            warmUp(bench, first.iterator());
            List<StormRound> rounds = new ArrayList<>();
            for (int i = 0; i < options.rounds(); i++) {
                List<Person> mine = people.subList(WARM_UPS + i * each, WARM_UPS + (i + 1) * each);
                StormRound round =
                        round(
                                bench,
                                alert,
                                receiver,
                                producer,
                                mine.subList(1, 1 + control),
                                mine.subList(1 + control, each),
                                mine.get(0));
                round.report(i);
                rounds.add(round);
            }
            return StormRound.figures(rounds);
        }
    }

    /** The database, too, is another one once a storm lies in it. */
    private void warmUp(Bench bench, Iterator<Person> people) {
        new WarmUp(WARM_UP)
                .run(
                        name(),
                        () -> {
                            long began = storm(bench, people.next(), WARM_UP_POSTS).join()[0];
                            awaitDrained(bench);
                            return WARM_UP_POSTS * 1e9 / (System.nanoTime() - began);
                        });
    }

    private StormRound round(
            Bench bench,
            AlertAlone alert,
            Receiver receiver,
            KafkaProducer<byte[], byte[]> producer,
            List<Person> before,
            List<Person> beside,
            Person victim) {
        alert.digests(victim, DIGEST_SECONDS);
        Latencies control =
                AlertAlone.pages(
                        before,
                        attack(producer, before, OTHERS_PER_SECOND),
                        receiver,
                        PATIENCE_NANOS);
        CompletableFuture<long[]> storm = storm(bench, victim, POSTS);
        Latencies others =
                AlertAlone.pages(
                        beside,
                        attack(producer, beside, OTHERS_PER_SECOND),
                        receiver,
                        PATIENCE_NANOS);
        long began = storm.join()[0];
        awaitDrained(bench);
        long took = System.nanoTime() - began;
        check(alert, victim);
        long pages = receiver.count(victim.staffId());
        long first = receiver.arrival(victim.staffId()).orElseThrow();
        awaitDigest(receiver, victim, first);
        return new StormRound(
                alert.recordings(victim) / (double) POSTS,
                (first - began) / 1e6,
                pages,
                1 + digestsWithin(took - (first - began)),
                POSTS * 1e9 / took,
                others,
                control);
    }

    private CompletableFuture<long[]> storm(Bench bench, Person on, int posts) {
        long from = number;
        number += posts;
        return CompletableFuture.supplyAsync(
                () -> {
                    try (KafkaProducer<byte[], byte[]> producer =
                            Clients.producer(bench.bootstrap(), LINGER_MILLIS)) {
                        return RecordLoop.run(
                                producer,
                                bench.options().storm(),
                                posts,
                                i ->
                                        AssessmentRecord.attack(
                                                on.staffId(), from + i, -1L - i % AUTHORS, 0));
                    }
                });
    }

    private static void awaitDrained(Bench bench) {
        bench.topics()
                .awaitDrained(
                        AlertAlone.GROUP, bench.topics().ends(Topics.ASSESSMENTS), RECORDED_WITHIN);
    }

    /** Each on somebody else, by somebody else. */
    private long[] attack(
            KafkaProducer<byte[], byte[]> producer, List<Person> people, int perSecond) {
        long from = number;
        number += people.size();
        return RecordLoop.run(
                producer,
                perSecond,
                people.size(),
                i ->
                        AssessmentRecord.attack(
                                people.get(i).staffId(), from + i, from + i, from + i));
    }

    private static void check(AlertAlone alert, Person victim) {
        long recorded = alert.recorded(victim);
        if (recorded != POSTS) {
            throw new BenchFailure("R11: %,d of %,d posts count".formatted(recorded, POSTS));
        }
    }

    /** The second page is a digest, and comes in its time though the storm is over. */
    private static void awaitDigest(Receiver receiver, Person victim, long first) {
        long giveUp = first + (2L * DIGEST_SECONDS) * 1_000_000_000L;
        while (receiver.count(victim.staffId()) < 2) {
            if (System.nanoTime() > giveUp) {
                throw new BenchFailure("R11: no digest came");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** After 60 s, 120 s more, 240 s more. */
    static long digestsWithin(long nanos) {
        long due = 0;
        long digests = 0;
        for (long pause = DIGEST_SECONDS; ; pause *= 2) {
            due += pause;
            if (due * 1_000_000_000L > nanos) {
                return digests;
            }
            digests++;
        }
    }
}
