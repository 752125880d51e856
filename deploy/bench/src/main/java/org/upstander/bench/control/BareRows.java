package org.upstander.bench.control;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Control of incidents: {@value #CONNECTIONS} connections that write one incident and one message
 * of it in a transaction each, and nothing else. No Kafka, no grouping, no policy, nothing sent.
 * Each line of input is how many; the answer is how many nanoseconds that took.
 */
public final class BareRows {

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
            statement.execute(
                    "create table if not exists bare_incident (id text primary key,"
                            + " staff_id text not null, state text not null, severity int not null,"
                            + " categories text[] not null, opened_at timestamptz not null)");
            statement.execute(
                    "create table if not exists bare_delivery (id text primary key,"
                            + " incident_id text not null references bare_incident,"
                            + " address text not null, state text not null,"
                            + " due_at timestamptz not null)");
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
        String id = "in-" + NUMBER.incrementAndGet();
        try (PreparedStatement incident =
                        connection.prepareStatement(
                                "insert into bare_incident values (?, ?, 'open', 2, '{insult}',"
                                        + " now())");
                PreparedStatement delivery =
                        connection.prepareStatement(
                                "insert into bare_delivery values (?, ?, 'http://127.0.0.1/',"
                                        + " 'pending', now())")) {
            incident.setString(1, id);
            incident.setString(2, "st-" + id);
            incident.executeUpdate();
            delivery.setString(1, "dl-" + id);
            delivery.setString(2, id);
            delivery.executeUpdate();
        }
        connection.commit();
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
