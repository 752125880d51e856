package org.upstander.bench.control;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Control of incidents: {@value #CONNECTIONS} connections that write the rows of an incident with
 * one post in a transaction each, into tables like those of alert-service, and nothing else. No
 * Kafka, no grouping, no policy, nothing read, nobody called. Each line of input is how many; the
 * answer is how many nanoseconds that took.
 */
public final class BareRows {

    /** Statements of one transaction, in order; every question mark is the number's text. */
    private static final List<String> ROWS =
            List.of(
                    "insert into bare.incident (id, staff_id, state, severity, categories, sources,"
                            + " post_count, author_count, opened_at, last_activity_at, version)"
                            + " values (?, ?, 'open', 2, '{insult}', '{forum}', 1, 1, now(), now(), 0)",
                    "insert into bare.incident_key (key, incident_id)"
                            + " select k || ?, ? from unnest(array['a', 'h', 't']) as k",
                    "insert into bare.assessment (id, post_id, revision, staff_id, source,"
                            + " external_id, author_key, author_id, author_handle, thread_id,"
                            + " posted_at, assessed_at, recorded_at, verdict, severity, score,"
                            + " categories, binding, spam, language, model, incident_id)"
                            + " values (?, ?, 'r', ?, 'forum', ?, ?, ?, ?, ?, now(), now(), now(),"
                            + " 'attack', 2, 0.93, '{insult}', 'name', false, 'en', 'bench-1', ?)",
                    "insert into bare.incident_post values (?, ?)",
                    "insert into bare.incident_author values (?, ?, 'forum', ?, ?)",
                    "insert into bare.evidence (assessment_id, incident_id, post_id, revision,"
                            + " source, external_id, author_id, author_handle, thread_id,"
                            + " thread_title, posted_at, severity, categories, spans, text)"
                            + " values (?, ?, ?, 'r', 'forum', ?, ?, ?, ?, 'Round two', now(), 2,"
                            + " '{insult}', '[]', 'You are a pathetic liar and a disgusting little"
                            + " fraud, everybody here despises you.')",
                    "insert into bare.timeline (incident_id, at, what, reason)"
                            + " values (?, now(), 'opened', 'An attack, severity 2: insult')",
                    "insert into bare.page (id, incident_id, round, step, state, due_at, reason)"
                            + " values (?, ?, 0, 0, 'pending', now(), 'An incident opened')",
                    "insert into bare.outbox (topic, key, type, value, created_at)"
                            + " values ('bare', ?, 'bare', repeat('x', 400)::bytea, now())");

    private static final List<String> TABLES =
            List.of(
                    "incident",
                    "incident_key",
                    "assessment",
                    "incident_post",
                    "incident_author",
                    "evidence",
                    "timeline",
                    "page",
                    "outbox");

    private static final int CONNECTIONS = 8;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private BareRows() {}

    /**
     * @param args JDBC URL
     */
    public static void main(String[] args) throws Exception {
        Class.forName("org.postgresql.Driver");
        try (Connection connection = connect(args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bare");
            for (String table : TABLES) {
                statement.execute(
                        "create table if not exists bare.%s (like public.%s including all)"
                                .formatted(table, table));
            }
        }
        Connection[] connections = new Connection[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            connections[i] = connect(args[0]);
            connections[i].setAutoCommit(false);
        }
        Line.say(Line.READY);
        for (String line = Line.hear(); line != null; line = Line.hear()) {
            Line.say(Long.toString(write(connections, Integer.parseInt(line))));
        }
    }

    private static long write(Connection[] connections, int count) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        AtomicInteger left = new AtomicInteger(count);
        CountDownLatch done = new CountDownLatch(CONNECTIONS);
        long begin = System.nanoTime();
        for (Connection connection : connections) {
            threads.execute(
                    () -> {
                        try {
                            while (left.getAndDecrement() > 0) {
                                one(connection);
                            }
                            done.countDown();
                        } catch (SQLException e) {
                            e.printStackTrace();
                            Runtime.getRuntime().halt(1);
                        }
                    });
        }
        done.await();
        long took = System.nanoTime() - begin;
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.SECONDS);
        return took;
    }

    private static void one(Connection connection) throws SQLException {
        String id = "in_" + NUMBER.incrementAndGet();
        for (String row : ROWS) {
            try (PreparedStatement statement = connection.prepareStatement(row)) {
                for (int i = 1; i <= row.chars().filter(sign -> sign == '?').count(); i++) {
                    statement.setString(i, id);
                }
                statement.executeUpdate();
            }
        }
        connection.commit();
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
