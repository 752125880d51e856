package org.upstander.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody outside who would raise the alarm when they hear nothing. */
final class HeartbeatReceiver implements AutoCloseable {

    /** Part of the address, and known to nobody else. */
    static final String SECRET = "secret-of-the-outside-check";

    private final HttpServer server;
    private final AtomicInteger heard = new AtomicInteger();

    HeartbeatReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ping/" + SECRET, this::hear);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ping/" + SECRET;
    }

    int heard() {
        return heard.get();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
