package org.upstander.ingest.fetch;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.NetSocket;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.NameService;
import org.upstander.outbound.RetryAfter;
import org.upstander.outbound.Target;
import org.upstander.outbound.TargetGuard;

/**
 * Listens to places on the web for a while: only where {@link TargetGuard} lets it, without
 * redirects, with a limit of time and of size.
 */
@ApplicationScoped
public class Listen {

    /** Of one host. */
    private static final int CONNECTIONS = 16;

    private static final Duration FOR_CONNECTING = Duration.ofSeconds(15);
    private static final int SWITCHING = 101;
    private static final String KEYED = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final SecureRandom KEYS = new SecureRandom();

    private final TargetGuard guard;
    private final Vertx vertx;
    private final HttpClient client;
    private final FetchConfig config;
    private final Clock clock;

    @Inject
    Listen(FetchConfig config, NameService names, Vertx vertx, Clock clock) {
        this.guard = Fetch.guard(config, names);
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(
                        PinnedHttp.options(config), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.config = config;
        this.clock = clock;
    }

    /**
     * Server-sent events.
     *
     * @return never fails
     */
    public CompletionStage<Heard> events(Ask ask, Patience patience, Ear ear) {
        return listen(
                ask.with("accept", "text/event-stream"),
                patience,
                ear,
                (request, listening) ->
                        request.send()
                                .onFailure(broken -> listening.end(unreachable()))
                                .onSuccess(response -> events(response, listening)));
    }

    /**
     * Messages of a WebSocket (ws and wss).
     *
     * @return never fails
     */
    public CompletionStage<Heard> webSocket(Ask ask, Patience patience, Ear ear) {
        byte[] random = new byte[KEY_BYTES];
        KEYS.nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        Ask upgrading =
                new Ask(ask.url().replaceFirst("^ws", "http"), ask.headers())
                        .with("connection", "Upgrade")
                        .with("upgrade", "websocket")
                        .with("sec-websocket-version", "13")
                        .with("sec-websocket-key", key);
        return listen(
                upgrading,
                patience,
                ear,
                (request, listening) ->
                        request.connect()
                                .onFailure(broken -> listening.end(unreachable()))
                                .onSuccess(response -> switched(response, key, listening)));
    }

    private interface Opening {
        void open(HttpClientRequest request, Listening listening);
    }

    private CompletionStage<Heard> listen(Ask ask, Patience patience, Ear ear, Opening opening) {
        Context context = vertx.getOrCreateContext();
        return guard.check(ask.url(), 1)
                .subscribeAsCompletionStage()
                .handle((target, failure) -> failure == null ? target : null)
                .thenCompose(
                        target -> {
                            Listening listening = new Listening(patience, ear);
                            context.runOnContext(
                                    go -> {
                                        listening.begin(vertx, FOR_CONNECTING);
                                        begin(target, ask, listening, opening);
                                    });
                            return listening.future().toCompletionStage();
                        });
    }

    /**
     * @param target null where the name cannot be looked up, empty where we may not call
     */
    private void begin(Optional<Target> target, Ask ask, Listening listening, Opening opening) {
        if (target == null || target.isEmpty()) {
            listening.end(target == null ? unreachable() : Heard.broken(PollFailure.BLOCKED));
            return;
        }
        client.request(target.get().request(HttpMethod.GET))
                .onFailure(broken -> listening.end(unreachable()))
                .onSuccess(
                        request -> {
                            listening.hangUpBy(request::reset);
                            request.putHeader("user-agent", config.userAgent());
                            ask.headers().forEach(request::putHeader);
                            opening.open(request, listening);
                        });
    }

    private void events(HttpClientResponse response, Listening listening) {
        String type = response.getHeader("content-type");
        if (response.statusCode() != 200) {
            listening.end(refused(response));
            return;
        }
        if (type == null || !type.startsWith("text/event-stream")) {
            listening.end(Heard.broken(PollFailure.NOT_READABLE));
            return;
        }
        EventLines lines = new EventLines(Listening.LONGEST, listening::take);
        response.exceptionHandler(broken -> listening.end(unreachable()));
        response.endHandler(end -> listening.end(unreachable()));
        response.handler(
                part -> {
                    listening.count(part.length());
                    if (!listening.over() && !lines.take(part)) {
                        listening.end(Heard.broken(PollFailure.NOT_READABLE));
                    }
                });
        listening.connected();
    }

    private void switched(HttpClientResponse response, String key, Listening listening) {
        if (response.statusCode() != SWITCHING) {
            listening.end(refused(response));
            return;
        }
        if (!accepted(key).equals(response.getHeader("sec-websocket-accept"))) {
            listening.end(Heard.broken(PollFailure.NOT_READABLE));
            return;
        }
        NetSocket socket = response.netSocket();
        WebSocketFrames frames =
                new WebSocketFrames(
                        Listening.LONGEST, said -> listening.take(null, said), socket::write);
        listening.hangUpBy(
                () -> {
                    frames.close();
                    socket.close();
                });
        socket.exceptionHandler(broken -> listening.end(unreachable()));
        socket.closeHandler(closed -> listening.end(unreachable()));
        socket.handler(
                part -> {
                    listening.count(part.length());
                    if (!listening.over()) {
                        switch (frames.take(part)) {
                            case CLOSED -> listening.end(unreachable());
                            case BROKEN -> listening.end(Heard.broken(PollFailure.NOT_READABLE));
                            case OPEN -> {}
                        }
                    }
                });
        listening.connected();
    }

    private Heard refused(HttpClientResponse response) {
        return new Heard(
                Optional.of(Fetch.why(response.statusCode())),
                RetryAfter.read(response.getHeader("retry-after"), clock.instant()));
    }

    private static Heard unreachable() {
        return Heard.broken(PollFailure.UNREACHABLE);
    }

    /** What a server answers with that understood. */
    private static String accepted(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + KEYED).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
