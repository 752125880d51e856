package org.upstander.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Where pages arrive: notes when the first one came to each path, answers 204. */
public final class Receiver implements AutoCloseable {

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong repeats = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    public Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** {@code http://127.0.0.1:40123/}; what follows the slash is the name. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** {@link System#nanoTime()} of the first arrival under this name. */
    public OptionalLong arrival(String name) {
        Long at = arrivals.get(name);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** How many arrivals there were under this name. */
    public long count(String name) {
        AtomicLong count = counts.get(name);
        return count == null ? 0 : count.get();
    }

    /** How many arrivals were not the first under their name. */
    public long repeats() {
        return repeats.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            long now = System.nanoTime();
            String name = exchange.getRequestURI().getPath().substring(1);
            counts.computeIfAbsent(name, any -> new AtomicLong()).incrementAndGet();
            if (arrivals.putIfAbsent(name, now) != null) {
                repeats.incrementAndGet();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
