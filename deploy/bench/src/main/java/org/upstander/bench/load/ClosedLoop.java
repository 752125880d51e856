package org.upstander.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps a fixed number of connections busy: each sends its next request when its last one was
 * answered. One thread, requests made beforehand, so that it takes little from the server.
 *
 * <p>Its latencies flatter (a slow answer delays the next question); only throughput is read from
 * them for a ratio.
 */
public final class ClosedLoop {

    /**
     * What came of it.
     *
     * @param answered 202 responses inside the measured time
     * @param seconds the measured time
     * @param accepted 202 responses over all, warm-up and drain included
     * @param refused statuses other than 202 and how many of each
     * @param latencies inside the measured time
     */
    public record Outcome(
            long answered,
            double seconds,
            long accepted,
            Map<Integer, Long> refused,
            Latencies latencies) {

        public double perSecond() {
            return answered / seconds;
        }
    }

    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 << 10);
    private final Latencies latencies = new Latencies();
    private final Map<Integer, Long> refused = new TreeMap<>();
    private int nextRequest;
    private int inFlight;
    private long accepted;
    private long answered;
    private long measureFrom;
    private long measureTo;

    private ClosedLoop(int port, List<byte[]> requests) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
    }

    /**
     * @param port of the server on the loopback address
     * @param requests sent in turn, from the first again when all were sent
     * @param connections how many requests are in flight
     * @param warmUp not measured
     * @param measured what is measured after it
     */
    public static Outcome run(
            int port, List<byte[]> requests, int connections, Duration warmUp, Duration measured) {
        try {
            return new ClosedLoop(port, requests).run(connections, warmUp, measured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(int connections, Duration warmUp, Duration measured) throws IOException {
        List<SocketChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(server);
                channel.configureBlocking(false);
                channel.socket().setTcpNoDelay(true);
                channels.add(channel);
                channel.register(selector, SelectionKey.OP_READ, new Connection());
            }
            measureFrom = System.nanoTime() + warmUp.toNanos();
            measureTo = measureFrom + measured.toNanos();
            for (SelectionKey key : selector.keys()) {
                ask(key);
            }
            long giveUp = measureTo + DRAIN.toNanos();
            while (inFlight > 0) {
                if (System.nanoTime() - giveUp > 0) {
                    throw new IOException(inFlight + " requests were never answered");
                }
                selector.select(this::serve, 1_000);
            }
        } finally {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
        return new Outcome(answered, measured.toNanos() / 1e9, accepted, refused, latencies);
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isWritable()) {
                write(key);
            }
            if (key.isReadable()) {
                read(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        connection.out = ByteBuffer.wrap(requests.get(nextRequest));
        nextRequest = (nextRequest + 1) % requests.size();
        connection.askedAt = System.nanoTime();
        inFlight++;
        write(key);
    }

    private static void write(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        ((SocketChannel) key.channel()).write(connection.out);
        int interest =
                connection.out.hasRemaining()
                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                        : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private void read(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        in.clear();
        if (((SocketChannel) key.channel()).read(in) < 0) {
            throw new IOException("the server closed a connection");
        }
        in.flip();
        while (connection.response.read(in)) {
            long now = System.nanoTime();
            inFlight--;
            count(connection, now);
            if (now - measureTo < 0) {
                ask(key);
            }
        }
    }

    private void count(Connection connection, long now) {
        int status = connection.response.status();
        if (status != 202) {
            refused.merge(status, 1L, Long::sum);
            return;
        }
        accepted++;
        if (now - measureFrom >= 0 && now - measureTo < 0) {
            answered++;
            latencies.add(now - connection.askedAt);
        }
    }

    private static final class Connection {
        private final ResponseReader response = new ResponseReader();
        private ByteBuffer out;
        private long askedAt;
    }
}
