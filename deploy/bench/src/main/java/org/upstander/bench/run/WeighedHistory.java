package org.upstander.bench.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.upstander.bench.control.Clients;
import org.upstander.bench.load.Buckets;
import org.upstander.bench.load.Latencies;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.load.RecordLoop;
import org.upstander.bench.traffic.AssessmentRecord;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Regulars;
import org.upstander.contracts.Topics;

/** An alert-service with so many assessments in its database; all it stands on is its own. */
final class WeighedHistory {

    private static final String HELD_UP = "upstander_alert_patterns_seconds";
    private static final String WORKED = "upstander_alert_patterns_work_seconds";
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(60);

    /** What timelines say where signals, one's own posts and others' texts were looked at. */
    private static final List<String> FOUND = List.of("Retaliation:", "Persistence:", "Campaign:");

    private final Regulars regulars;
    private final Bench bench;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AlertAlone alert;
    private final Api api;
    private final Connection connection;
    private final StoredMentions stored;
    private final PreparedStatement bare;
    private long number = 1;

    /**
     * @param heldUp how long patterns held up each mention
     * @param worked how long they worked on each, be it beside something that is waited for anyway
     * @param bare what a statement that looks one thing up takes meanwhile, from another process
     */
    record Weighed(Buckets heldUp, Buckets worked, Latencies bare) {}

    private WeighedHistory(Bench bench, List<Person> staff) throws SQLException {
        this.bench = bench;
        regulars = new Regulars(staff);
        producer = bench.keep(Clients.producer(bench.bootstrap(), 0));
        alert = new AlertAlone(bench);
        api = new Api(bench.authorization());
        alert.employ(staff, bench.keep(new Receiver()));
        connection =
                bench.keep(
                        DriverManager.getConnection(alert.databaseUrl(), "postgres", "postgres"));
        stored = new StoredMentions(connection);
        bare = connection.prepareStatement("select 1 from assessment where id = ?");
    }

    /**
     * @param size how many assessments
     */
    static WeighedHistory of(Bench bench, List<Person> staff, int size) {
        try {
            WeighedHistory history = new WeighedHistory(bench, staff);
            history.introduce();
            long begin = System.nanoTime();
            history.stored.fill(size);
            System.out.printf(
                    "  R16 filled with %,d assessments in %d s%n",
                    size, (System.nanoTime() - begin) / 1_000_000_000);
            return history;
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** The service itself says what the key of an author is, and what a text has in common. */
    private void introduce() {
        RecordLoop.run(
                producer,
                1_000,
                Regulars.COUNT + 1,
                i ->
                        AssessmentRecord.of(
                                i < Regulars.COUNT
                                        ? regulars.first(i, number++)
                                        : regulars.firstAttack(number++)));
        awaitRecorded();
    }

    Pausable service() {
        return alert.pausable();
    }

    /** From now on it is as if nothing had come since it was filled, but for the incidents. */
    void forget() {
        try {
            stored.forgetTheRest();
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** Of mentions that come one by one. */
    Weighed mentions(int perSecond, int count) {
        try {
            Latencies turns = new Latencies();
            String before = metrics();
            long recordedBefore = stored.recorded();
            long toldBefore = number("select coalesce(max(id), ?) from timeline", 0);
            RecordLoop.run(
                    producer,
                    perSecond,
                    count,
                    i -> {
                        turns.add(bareTurn(500_000_000L / perSecond));
                        return AssessmentRecord.of(regulars.mention(number++));
                    });
            awaitRecorded();
            String after = metrics();
            Buckets heldUp = since(before, after, HELD_UP);
            check(count, heldUp.count(), stored.recorded() - recordedBefore, toldBefore);
            return new Weighed(heldUp, since(before, after, WORKED), turns);
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** After a while, so as not to hold up the mention before. */
    private long bareTurn(long nanosLater) {
        LockSupport.parkNanos(nanosLater);
        long begin = System.nanoTime();
        try {
            bare.setString(1, "none");
            bare.executeQuery().close();
        } catch (SQLException e) {
            throw unanswered(e);
        }
        return System.nanoTime() - begin;
    }

    /** No speed without the work: each was weighed and kept, and patterns were found. */
    private void check(int sent, long weighed, long recorded, long toldBefore) throws SQLException {
        if (weighed != sent || recorded != sent) {
            throw new BenchFailure(
                    "R16: of %,d mentions %,d were weighed and %,d recorded"
                            .formatted(sent, weighed, recorded));
        }
        for (String pattern : FOUND) {
            String told =
                    "select count(*) from timeline where id > ? and reason like '%"
                            + pattern
                            + "%'";
            if (number(told, toldBefore) == 0) {
                throw new BenchFailure("R16: no timeline says " + pattern);
            }
        }
    }

    private String metrics() {
        return api.text(PagingSystem.at(alert.port(), "/q/metrics"));
    }

    private static Buckets since(String before, String after, String timer) {
        return Buckets.of(after, timer).since(Buckets.of(before, timer));
    }

    private void awaitRecorded() {
        bench.topics()
                .awaitDrained(
                        AlertAlone.GROUP, bench.topics().ends(Topics.ASSESSMENTS), RECORDED_WITHIN);
    }

    private long number(String query, long parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static BenchFailure unanswered(SQLException e) {
        return new BenchFailure("R16: the database did not answer", e);
    }
}
