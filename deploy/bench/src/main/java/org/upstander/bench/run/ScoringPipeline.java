package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * same posts; once for each share of posts that name staff. Both are read by the offsets that their
 * groups have committed.
 */
final class ScoringPipeline implements Measurement {

    private static final String COPIED = "bench.copied";
    private static final String COPY = "bench.copy";
    private static final String COPY_GROUP = "bench-copy";

    /** As scoring-service is shipped. */
    private static final String SUBJECT_GROUP = "upstander-scoring";

    private static final int POLL_RECORDS = 5_000;
    private static final int LINGER_MILLIS = 5;
    private static final int STAFF = 1_000;
    private static final int DISTINCT_POSTS = 60_000;
    private static final Duration LIMIT = Duration.ofSeconds(300);

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
        return options.mentions().stream()
                .flatMap(percent -> at(percent, options).stream())
                .toList();
    }

    private List<Figure> at(int namingPercent, Options options) {
        List<Person> staff = Staff.of(STAFF, 11);
        List<SyntheticPost> posts = new Traffic(staff, 12, namingPercent).posts(DISTINCT_POSTS);
        int backlog = backlog(options.backlog(), namingPercent);
        List<ProducerRecord<byte[], byte[]>> records =
                posts.stream().map(SyntheticPost::asRecord).toList();
        try (Bench bench = new Bench(options, "R1-" + namingPercent);
                KafkaProducer<byte[], byte[]> loader = Clients.producer(bench.bootstrap(), 5)) {
            Topic.fill(loader, staff.stream().map(RosterRecord::of).toList(), STAFF);
            bench.topics().create(COPIED, bench.topics().ends(Topics.POSTS).size());
            bench.topics().create(COPY, 4);
            Pausable control =
                    bench.control(
                                    RawCopy.class,
                                    Bench.JVM,
                                    bench.bootstrap(),
                                    COPIED,
                                    COPY,
                                    COPY_GROUP,
                                    POLL_RECORDS,
                                    LINGER_MILLIS)
                            .pausable();
            Pausable subject =
                    new Pausable(
                            bench.service(Service.SCORING, FreePorts.one(), Bench.JVM, Map.of())
                                    .pid());
            Pair pair = new Pair(bench, loader, records, subject, control, options.backlog());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i <= options.rounds(); i++) {
                Round round = pair.round(backlog);
                System.out.printf(
                        "  R1 at %d %% %s scoring %,.0f posts/s, copy %,.0f rec/s, ratio %.3f%n",
                        namingPercent,
                        i == 0 ? "warm-up" : "round " + i,
                        round.subject(),
                        round.control(),
                        round.ratio());
                if (i > 0) {
                    rounds.add(round);
                }
            }
            checkWork(bench, naming(posts, backlog) * (options.rounds() + 1));
            return figures(namingPercent, rounds);
        }
    }

    /**
     * A post that names somebody takes milliseconds: where more of them do than usually, the
     * backlog is so much shorter that as many name somebody.
     */
    static int backlog(int usual, int namingPercent) {
        return namingPercent <= Traffic.NAMING_PERCENT
                ? usual
                : (int) ((long) usual * Traffic.NAMING_PERCENT / namingPercent);
    }

    /** Of the posts of one backlog, which begins from the first again after the last. */
    private static long naming(List<SyntheticPost> posts, int backlog) {
        return IntStream.range(0, backlog)
                .filter(i -> posts.get(i % posts.size()).named() != null)
                .count();
    }

    /** What is laid out lies there before either begins; while one runs the other is held still. */
    private record Pair(
            Bench bench,
            KafkaProducer<byte[], byte[]> loader,
            List<ProducerRecord<byte[], byte[]>> records,
            Pausable subject,
            Pausable control,
            int toCopy) {

        Round round(int backlog) {
            subject.pause();
            control.pause();
            try {
                Topic.fill(loader, records, backlog);
                // Always the whole: the copy is through a shorter one before it can be timed.
                Topic.fill(loader, copied(), toCopy);
                return new Round(
                        drained(subject, SUBJECT_GROUP, Topics.POSTS, backlog),
                        drained(control, COPY_GROUP, COPIED, toCopy));
            } finally {
                subject.resume();
                control.resume();
            }
        }

        private List<ProducerRecord<byte[], byte[]>> copied() {
            return records.stream()
                    .map(
                            post ->
                                    new ProducerRecord<>(
                                            COPIED, null, post.key(), post.value(), post.headers()))
                    .toList();
        }

        private double drained(Pausable reader, String group, String topic, int records) {
            Map<TopicPartition, Long> ends = bench.topics().ends(topic);
            reader.resume();
            double perSecond = records * 1e9 / bench.topics().awaitDrained(group, ends, LIMIT);
            reader.pause();
            return perSecond;
        }
    }

    /** No speed without the work. */
    private static void checkWork(Bench bench, long naming) {
        long assessments = bench.topics().end(Topics.ASSESSMENTS);
        long dead = bench.topics().end(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX);
        long copied = bench.topics().end(COPY);
        long toCopy = bench.topics().end(COPIED);
        long posts = bench.topics().end(Topics.POSTS);
        if (assessments < naming * LEAST_BOUND || dead > 0 || copied < toCopy) {
            throw new BenchFailure(
                    "R1: of %,d posts, %,d naming staff, came %,d assessments, %,d dead letters, %,d copies"
                            .formatted(posts, naming, assessments, dead, copied));
        }
        System.out.printf(
                "  R1 work: %,d posts, %,d naming staff, %,d assessments%n",
                posts, naming, assessments);
    }

    private static List<Figure> figures(int namingPercent, List<Round> rounds) {
        boolean usual = namingPercent == Traffic.NAMING_PERCENT;
        String key = usual ? "R1" : "R1_" + namingPercent;
        String what =
                "scoring pipeline / raw Kafka copy, %d %% naming staff".formatted(namingPercent);
        Spread ratio = Spread.of(rounds, Round::ratio);
        return List.of(
                usual
                        ? Figure.ratio(key, what, ratio, 0.35)
                        : Figure.detail(key, what, ratio, "ratio"),
                Figure.detail(
                        key + "_subject",
                        "scoring-service, draining",
                        Spread.of(rounds, Round::subject),
                        "posts/s"),
                Figure.detail(
                        key + "_control",
                        "raw copy, draining",
                        Spread.of(rounds, Round::control),
                        "posts/s"));
    }
}
