package org.upstander.ingest.poll.mastodon;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * An instance: its timeline and its stream, which replays nothing; and breaks as it is asked to.
 */
public final class MastodonServer implements AutoCloseable {

    /** The only one who is let in. */
    public static final String TOKEN = "demo-token-of-the-tests";

    /** What a stream does once it is open. */
    public enum Fault {
        /** Is gone, in the middle of an event. */
        CUT,
        /** Ends. */
        END,
        /** Says something that is no status, and goes on. */
        GARBAGE,
        /** Says more than may be said at once. */
        GIANT
    }

    private record Planned(List<String> live, Fault fault) {}

    private record Status(long id, String json) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Status> statuses = new ArrayList<>();
    private final List<HttpServerRequest> open = new ArrayList<>();
    private final Deque<Planned> plan = new ArrayDeque<>();
    private int streams;
    private int pages;
    private int timelineStatus = 200;
    private long nextId = 115_000_000_000_000_000L;

    public MastodonServer() {
        server =
                vertx.createHttpServer()
                        .requestHandler(this::asked)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The next stream has these posted once it is open, and then fails so (null: not). */
    public synchronized void plan(List<String> live, Fault fault) {
        plan.add(new Planned(live, fault));
    }

    public synchronized void answerTimelines(int status) {
        timelineStatus = status;
    }

    public synchronized int streams() {
        return streams;
    }

    public synchronized int pages() {
        return pages;
    }

    /** A status of now. */
    public synchronized String post(String text) {
        nextId += 65_536;
        return post(nextId, text);
    }

    /** A status of now that passes another one on. */
    public synchronized String boost(String post) {
        nextId += 65_536;
        String boosted = "\"reblog\":{\"id\":\"" + post + "\"}";
        String json = json(nextId, "", "null").replace("\"reblog\":null", boosted);
        statuses.add(new Status(nextId, json));
        tell("update", json);
        return String.valueOf(nextId);
    }

    /** One that came from elsewhere, late: it stands before the last ones. */
    public synchronized String postBefore(int others, String text) {
        return post(statuses.get(statuses.size() - others).id() - 1, text);
    }

    private String post(long id, String text) {
        String json = json(id, text, "null");
        statuses.add(new Status(id, json));
        statuses.sort(Comparator.comparingLong(Status::id));
        tell("update", json);
        return String.valueOf(id);
    }

    public synchronized void edit(String id, String text) {
        String json = json(Long.parseLong(id), text, "\"2026-03-04T11:00:00.000Z\"");
        statuses.replaceAll(
                status ->
                        String.valueOf(status.id()).equals(id)
                                ? new Status(status.id(), json)
                                : status);
        tell("status.update", json);
    }

    public synchronized void delete(String id) {
        statuses.removeIf(status -> String.valueOf(status.id()).equals(id));
        tell("delete", id);
    }

    private static String json(long id, String text, String edited) {
        return """
        {"id":"%d","url":"https://social.example.org/@heath/%d","created_at":"2026-03-04T10:00:00.000Z","edited_at":%s,"account":{"id":"8","acct":"heath","display_name":"Heath","bot":false},"content":"<p>%s</p>","visibility":"public","in_reply_to_id":null,"in_reply_to_account_id":null,"mentions":[],"reblog":null,"language":"en"}\
        """
                .formatted(id, id, edited, text);
    }

    private void tell(String event, String data) {
        open.forEach(
                stream -> stream.response().write("event: " + event + "\ndata: " + data + "\n\n"));
    }

    private synchronized void asked(HttpServerRequest request) {
        if (!("Bearer " + TOKEN).equals(request.getHeader("authorization"))) {
            request.response().setStatusCode(401).end();
        } else if (request.path().equals("/api/v1/streaming/public/local")) {
            stream(request);
        } else if (request.path().equals("/api/v1/timelines/public")) {
            page(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void stream(HttpServerRequest request) {
        streams++;
        request.response()
                .setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .write(":)\n\n:thump\n\n");
        open.add(request);
        request.connection().closeHandler(closed -> remove(request));
        Planned planned = plan.poll();
        if (planned == null) {
            return;
        }
        planned.live().forEach(this::post);
        if (planned.fault() != null) {
            fail(request, planned.fault());
        }
    }

    private void fail(HttpServerRequest request, Fault fault) {
        switch (fault) {
            case CUT -> {
                open.remove(request);
                request.response()
                        .write("event: update\ndata: {\"id\":")
                        .onComplete(sent -> request.connection().close());
            }
            case END -> {
                open.remove(request);
                request.response().end();
            }
            case GARBAGE -> request.response().write("event: update\ndata: {\"id\":\n\n");
            case GIANT ->
                    request.response()
                            .write("event: update\ndata: " + "x".repeat(2 * 1024 * 1024) + "\n\n");
        }
    }

    private synchronized void remove(HttpServerRequest request) {
        open.remove(request);
    }

    private void page(HttpServerRequest request) {
        pages++;
        if (timelineStatus != 200) {
            request.response().setStatusCode(timelineStatus).end();
            return;
        }
        String behind = request.getParam("min_id");
        int limit = Integer.parseInt(request.getParam("limit"));
        List<Status> all =
                statuses.stream()
                        .filter(status -> behind == null || status.id() > Long.parseLong(behind))
                        .toList();
        List<Status> page =
                behind == null
                        ? all.subList(Math.max(0, all.size() - limit), all.size())
                        : all.subList(0, Math.min(limit, all.size()));
        List<String> newestFirst =
                page.stream()
                        .sorted(Comparator.comparingLong(Status::id).reversed())
                        .map(Status::json)
                        .toList();
        request.response()
                .putHeader("content-type", "application/json")
                .end("[" + String.join(",", newestFirst) + "]");
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
