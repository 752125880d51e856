package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.upstander.bench.control.Clients;
import org.upstander.bench.control.RawCopy;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.RosterRecord;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;

/**
 * R1: how fast the packaged scoring-service drains a backlog, by the bare copy's speed over the
 * same backlog. Both are read by the offsets that their groups have committed.
 */
final class ScoringPipeline implements Measurement {

    private static final String COPY = "bench.copy";
    private static final String COPY_GROUP = "bench-copy";

    /** As scoring-service is shipped. */
    private static final String SUBJECT_GROUP = "upstander-scoring";

    private static final int POLL_RECORDS = 5_000;
    private static final int LINGER_MILLIS = 5;
    private static final int STAFF = 1_000;
    private static final int DISTINCT_POSTS = 60_000;
    private static final int BACKLOG = 5 * DISTINCT_POSTS;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Of the posts that name somebody; some names are shared, and then nobody is meant. */
    private static final double LEAST_BOUND = 0.8;

    private record Round(double subject, double control) {
        double ratio() {
            return subject / control;
        }
    }

    @Override
    public String name() {
        return "R1";
    }

    @Override
    public List<Figure> run(Options options) {
        List<Person> staff = Staff.of(STAFF, 11);
        List<SyntheticPost> posts = new Traffic(staff, 12).posts(DISTINCT_POSTS);
        long naming = posts.stream().filter(post -> post.named() != null).count();
        List<ProducerRecord<byte[], byte[]>> records =
                posts.stream().map(SyntheticPost::asRecord).toList();
        try (Bench bench = new Bench(options, name());
                KafkaProducer<byte[], byte[]> loader = Clients.producer(bench.bootstrap(), 5)) {
            Topic.fill(loader, staff.stream().map(RosterRecord::of).toList(), STAFF);
            bench.topics().create(COPY, 4);
            Pausable control =
                    bench.control(
                                    RawCopy.class,
                                    Bench.JVM,
                                    bench.bootstrap(),
                                    Topics.POSTS,
                                    COPY,
                                    COPY_GROUP,
                                    POLL_RECORDS,
                                    LINGER_MILLIS)
                            .pausable();
            Pausable subject =
                    new Pausable(
                            bench.service(Service.SCORING, FreePorts.one(), Bench.JVM, Map.of())
                                    .pid());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i <= options.rounds(); i++) {
                Round round = round(bench, loader, records, subject, control);
                System.out.printf(
                        "  R1 %s scoring %,.0f posts/s, copy %,.0f rec/s, ratio %.3f%n",
                        i == 0 ? "warm-up" : "round " + i,
                        round.subject(),
                        round.control(),
                        round.ratio());
                if (i > 0) {
                    rounds.add(round);
                }
            }
            checkWork(bench, naming * (BACKLOG / DISTINCT_POSTS) * (options.rounds() + 1));
            return figures(rounds);
        }
    }

    /** The backlog lies there before either begins; while one runs the other is held still. */
    private static Round round(
            Bench bench,
            KafkaProducer<byte[], byte[]> loader,
            List<ProducerRecord<byte[], byte[]>> records,
            Pausable subject,
            Pausable control) {
        subject.pause();
        control.pause();
        try {
            Topic.fill(loader, records, BACKLOG);
            Map<TopicPartition, Long> ends = bench.topics().ends(Topics.POSTS);
            subject.resume();
            double scored = BACKLOG * 1e9 / bench.topics().awaitDrained(SUBJECT_GROUP, ends, LIMIT);
            subject.pause();
            control.resume();
            double copied = BACKLOG * 1e9 / bench.topics().awaitDrained(COPY_GROUP, ends, LIMIT);
            return new Round(scored, copied);
        } finally {
            subject.resume();
            control.resume();
        }
    }

    /** No speed without the work. */
    private static void checkWork(Bench bench, long naming) {
        long assessments = bench.topics().end(Topics.ASSESSMENTS);
        long dead = bench.topics().end(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX);
        long copied = bench.topics().end(COPY);
        long posts = bench.topics().end(Topics.POSTS);
        if (assessments < naming * LEAST_BOUND || dead > 0 || copied < posts) {
            throw new BenchFailure(
                    "R1: of %,d posts, %,d naming staff, came %,d assessments, %,d dead letters, %,d copies"
                            .formatted(posts, naming, assessments, dead, copied));
        }
        System.out.printf(
                "  R1 work: %,d posts, %,d naming staff, %,d assessments%n",
                posts, naming, assessments);
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                Figure.ratio(
                        "R1",
                        "scoring pipeline / raw Kafka copy",
                        Spread.of(rounds, Round::ratio),
                        0.35),
                Figure.detail(
                        "R1_subject",
                        "scoring-service, draining",
                        Spread.of(rounds, Round::subject),
                        "posts/s"),
                Figure.detail(
                        "R1_control",
                        "raw copy, draining",
                        Spread.of(rounds, Round::control),
                        "posts/s"));
    }
}
