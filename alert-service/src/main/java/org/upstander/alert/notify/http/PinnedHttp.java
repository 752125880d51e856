package org.upstander.alert.notify.http;

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
import java.util.concurrent.TimeoutException;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.config.WebhookConfig;
import org.upstander.outbound.SafeClient;
import org.upstander.outbound.Target;

/**
 * Posts to a checked address under the name it was checked for. No redirects. The status counts
 * once it is there: a body beyond 64 KiB, or one that drips, costs the other side its connection
 * and is read as far as it came.
 */
final class PinnedHttp {

    private static final int MAX_ANSWER = 64 * 1024;
    private static final long BODY_MILLIS = 2_000;

    private final Vertx vertx;
    private final HttpClient client;

    /**
     * @param base trust and the like; what matters for safety is set here
     */
    PinnedHttp(Vertx vertx, HttpClientOptions base, WebhookConfig config) {
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(
                        SafeClient.options(base, config.connectTimeout()),
                        new PoolOptions().setHttp1MaxSize(config.connectionsPerReceiver()));
    }

    /** Fails with what went wrong, {@link TimeoutException} after the deadline. */
    Uni<HttpAnswer> post(Target target, HttpMessage message, Deadline deadline) {
        return Uni.createFrom()
                .completionStage(() -> send(target, message, deadline).toCompletionStage());
    }

    void close() {
        client.close();
    }

    private Future<HttpAnswer> send(Target target, HttpMessage message, Deadline deadline) {
        Exchange exchange = new Exchange(deadline);
        exchange.timer = vertx.setTimer(deadline.leftMillis(), id -> exchange.late());
        client.request(target.request(HttpMethod.valueOf(message.method())))
                .onFailure(exchange::failed)
                .onSuccess(request -> exchange.send(request, message));
        return exchange.answer.future();
    }

    /** One request, from asking for a connection to the last byte of the answer. */
    private final class Exchange {

        final Promise<HttpAnswer> answer = Promise.promise();
        private final Buffer body = Buffer.buffer();
        private HttpClientRequest request;
        private final Deadline deadline;
        private HttpClientResponse head;
        long timer;

        Exchange(Deadline deadline) {
            this.deadline = deadline;
        }

        void send(HttpClientRequest opened, HttpMessage message) {
            request = opened;
            if (answer.future().isComplete() || deadline.passed()) {
                late();
                return;
            }
            message.headers().forEach(request::putHeader);
            request.send(message.body()).onFailure(this::failed).onSuccess(this::read);
        }

        private void read(HttpClientResponse response) {
            head = response;
            long drip = vertx.setTimer(BODY_MILLIS, id -> cut());
            answer.future().onComplete(done -> vertx.cancelTimer(drip));
            response.handler(
                    part -> {
                        body.appendBuffer(
                                part, 0, Math.min(part.length(), MAX_ANSWER - body.length()));
                        if (body.length() == MAX_ANSWER) {
                            cut();
                        }
                    });
            response.endHandler(end -> finish());
            response.exceptionHandler(broken -> finish());
        }

        private void cut() {
            finish();
            request.reset();
        }

        private void finish() {
            vertx.cancelTimer(timer);
            answer.tryComplete(
                    new HttpAnswer(
                            head.statusCode(), head.getHeader("Retry-After"), body.toString()));
        }

        void failed(Throwable why) {
            vertx.cancelTimer(timer);
            answer.tryFail(why);
        }

        void late() {
            if (head != null) {
                cut();
                return;
            }
            answer.tryFail(new TimeoutException("no answer in time"));
            if (request != null) {
                request.reset();
            }
        }
    }
}
