package org.upstander.alert.notify.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.upstander.alert.config.WebhookConfig;

/**
 * Posts to a checked address under the name it was checked for. No redirects. Of the answer only
 * the status and one header are read; a body beyond 64 KiB, or one that drips beyond the deadline,
 * costs the other side its connection.
 */
final class PinnedHttp {

    private static final int MAX_ANSWER = 64 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param base trust and the like; what matters for safety is set here
     */
    PinnedHttp(Vertx vertx, HttpClientOptions base, WebhookConfig config) {
        this.vertx = vertx;
        this.timeout = config.timeout();
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions(base)
                                .setConnectTimeout((int) config.connectTimeout().toMillis())
                                .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                                .setVerifyHost(true)
                                .setDecompressionSupported(false)
                                // A span would carry the URL, and that is a credential.
                                .setTracingPolicy(TracingPolicy.IGNORE),
                        new PoolOptions().setHttp1MaxSize(config.connectionsPerReceiver()));
    }

    /** Fails with what went wrong, {@link TimeoutException} after the deadline. */
    Uni<Answer> post(Target target, Map<String, String> headers, String body) {
        return Uni.createFrom()
                .completionStage(() -> send(target, headers, body).toCompletionStage());
    }

    void close() {
        client.close();
    }

    private Future<Answer> send(Target target, Map<String, String> headers, String body) {
        Exchange exchange = new Exchange();
        exchange.timer = vertx.setTimer(timeout.toMillis(), id -> exchange.late());
        client.request(optionsFor(target))
                .onFailure(exchange::failed)
                .onSuccess(request -> exchange.send(request, headers, body));
        return exchange.answer.future();
    }

    private static RequestOptions optionsFor(Target target) {
        String address = target.address().getHostAddress();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false);
    }

    /**
     * @param retryAfter the header, or null
     */
    record Answer(int status, String retryAfter) {}

    /** One request, from asking for a connection to the last byte of the answer. */
    private final class Exchange {

        final Promise<Answer> answer = Promise.promise();
        long timer;
        HttpClientRequest request;

        void send(HttpClientRequest opened, Map<String, String> headers, String body) {
            request = opened;
            if (answer.future().isComplete()) {
                request.reset();
                return;
            }
            headers.forEach(request::putHeader);
            request.send(Buffer.buffer(body)).onFailure(this::failed).onSuccess(this::read);
        }

        private void read(HttpClientResponse response) {
            int[] seen = {0};
            response.handler(
                    part -> {
                        seen[0] += part.length();
                        if (seen[0] > MAX_ANSWER) {
                            request.reset();
                        }
                    });
            response.endHandler(end -> vertx.cancelTimer(timer));
            response.exceptionHandler(broken -> vertx.cancelTimer(timer));
            answer.tryComplete(
                    new Answer(response.statusCode(), response.getHeader("Retry-After")));
        }

        void failed(Throwable why) {
            vertx.cancelTimer(timer);
            answer.tryFail(why);
        }

        void late() {
            answer.tryFail(new TimeoutException("no answer in time"));
            if (request != null) {
                request.reset();
            }
        }
    }
}
