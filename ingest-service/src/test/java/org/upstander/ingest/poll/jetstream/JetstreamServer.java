package org.upstander.ingest.poll.jetstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A Jetstream: replays from a cursor, then goes on live; and breaks in the ways that are asked. */
public final class JetstreamServer implements AutoCloseable {

    /** What a connection does once it has sent some events. */
    public enum Fault {
        /** Is gone, in the middle of a frame. */
        CUT,
        /** Says good-bye. */
        BYE,
        /** Says something that is no event, and goes on. */
        GARBAGE,
        /** Says more than may be said at once, and goes on. */
        GIANT
    }

    private record Planned(int after, Fault fault) {}

    private record Event(long at, String json) {}

    private final class Connection {
        private final HttpServerRequest request;
        private final ServerWebSocket socket;
        private final Planned planned;
        private int sent;
        private boolean over;

        Connection(HttpServerRequest request, ServerWebSocket socket, Planned planned) {
            this.request = request;
            this.socket = socket;
            this.planned = planned;
        }

        void send(Event event) {
            if (over) {
                return;
            }
            if (planned != null && planned.after() == sent++) {
                fail(planned.fault());
            }
            if (!over) {
                socket.writeTextMessage(event.json());
            }
        }

        private void fail(Fault fault) {
            switch (fault) {
                case CUT -> {
                    over = true;
                    request.connection().close();
                }
                case BYE -> {
                    over = true;
                    socket.close();
                }
                case GARBAGE -> socket.writeTextMessage("{\"did\":");
                case GIANT -> socket.writeTextMessage("x".repeat(2 * 1024 * 1024));
            }
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Event> events = new ArrayList<>();
    private final List<Connection> open = new ArrayList<>();
    private final Deque<Planned> plan = new ArrayDeque<>();
    private final List<String> queries = new ArrayList<>();
    private int status = 101;

    public JetstreamServer() {
        this(new HttpServerOptions());
    }

    /**
     * @param options how it proves its name
     */
    public JetstreamServer(HttpServerOptions options) {
        server =
                vertx.createHttpServer(options)
                        .requestHandler(this::asked)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    public String url() {
        return url("ws", "127.0.0.1");
    }

    public String url(String scheme, String host) {
        return scheme + "://" + host + ":" + server.actualPort() + "/subscribe";
    }

    /** The next connection fails so, after so many events; the one after it as planned next. */
    public synchronized void plan(int after, Fault fault) {
        plan.add(new Planned(after, fault));
    }

    /** Whoever comes from now on is answered so; 101 lets them in. */
    public synchronized void answer(int with) {
        status = with;
    }

    public synchronized List<String> queries() {
        return List.copyOf(queries);
    }

    /** A post of now. */
    public void post(String rkey, String text) {
        commit(
                rkey,
                "create",
                ",\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\""
                        + text
                        + "\",\"createdAt\":\"2026-03-04T10:00:00Z\"}");
    }

    public void delete(String rkey) {
        commit(rkey, "delete", "");
    }

    private void commit(String rkey, String operation, String record) {
        Instant now = Instant.now();
        event(
                JetstreamCursor.micros(now),
                """
                "kind":"commit","commit":{"rev":"%s-%s","operation":"%s","collection":"app.bsky.feed.post","rkey":"%s"%s}\
                """
                        .formatted(rkey, operation, operation, rkey, record));
    }

    private synchronized void event(long now, String rest) {
        long last = events.isEmpty() ? 0 : events.get(events.size() - 1).at();
        long at = Math.max(now, last + 1);
        Event event =
                new Event(
                        at,
                        "{\"did\":\"did:plc:heath2heath2heath2heath2\",\"time_us\":"
                                + at
                                + ","
                                + rest
                                + "}");
        events.add(event);
        open.forEach(connection -> connection.send(event));
    }

    private synchronized void asked(HttpServerRequest request) {
        queries.add(request.query());
        if (status != 101) {
            request.response().setStatusCode(status).putHeader("retry-after", "7").end();
            return;
        }
        Planned planned = plan.poll();
        long from = Long.parseLong(request.getParam("cursor"));
        request.toWebSocket()
                .onSuccess(socket -> replay(new Connection(request, socket, planned), from));
    }

    private synchronized void replay(Connection connection, long from) {
        events.stream().filter(event -> event.at() >= from).forEach(connection::send);
        open.add(connection);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
