package org.upstander.ingest.fetch;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.config.FetchConfig;
import org.upstander.outbound.SafeClient;
import org.upstander.outbound.Target;

/** Asks a checked address under the name it was checked for. No redirects. */
final class PinnedHttp {

    private static final int CONNECTIONS = 8;
    private static final String LINK = "link";

    private final Vertx vertx;
    private final HttpClient client;
    private final FetchConfig config;

    PinnedHttp(Vertx vertx, FetchConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client =
                vertx.createHttpClient(
                        options(config), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    static HttpClientOptions options(FetchConfig config) {
        return SafeClient.options(new HttpClientOptions(), config.connectTimeout());
    }

    /**
     * What came.
     *
     * @param headers names in small letters; of several with one name the first, but all links
     * @param whole whether that is all of the body, or only as much as it may be
     */
    record Got(int status, Map<String, String> headers, byte[] body, boolean whole) {

        String header(String name) {
            return headers.get(name);
        }
    }

    int maxBytes() {
        return config.maxBytes();
    }

    /**
     * @param ask what to send there
     * @return fails with what went wrong, {@link TimeoutException} after the deadline
     */
    CompletionStage<Got> send(Target target, Ask ask) {
        Promise<Got> answer = Promise.promise();
        Future<HttpClientRequest> opened =
                client.request(
                        target.request(ask.form() == null ? HttpMethod.GET : HttpMethod.POST));
        long timer =
                vertx.setTimer(
                        config.timeout().toMillis(),
                        late -> {
                            answer.tryFail(new TimeoutException("no answer in time"));
                            opened.onSuccess(HttpClientRequest::reset);
                        });
        opened.compose(
                        request -> {
                            request.putHeader("user-agent", config.userAgent());
                            request.putHeader("accept-encoding", "gzip");
                            ask.headers().forEach(request::putHeader);
                            return sent(request, ask.form());
                        })
                .onFailure(answer::tryFail)
                .onSuccess(response -> read(response, answer));
        return answer.future().onComplete(done -> vertx.cancelTimer(timer)).toCompletionStage();
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, String form) {
        return form == null
                ? request.send()
                : request.putHeader("content-type", "application/x-www-form-urlencoded").send(form);
    }

    private void read(HttpClientResponse response, Promise<Got> answer) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .forEach(
                        header ->
                                headers.putIfAbsent(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        header.getValue()));
        List<String> links = response.headers().getAll(LINK);
        if (links.size() > 1) { // a place may say each of its links in a header of its own
            headers.put(LINK, String.join(", ", links));
        }
        Buffer body = Buffer.buffer();
        response.handler(
                part -> {
                    if (body.length() + part.length() > config.maxBytes()) {
                        answer.tryComplete(
                                new Got(response.statusCode(), headers, new byte[0], false));
                        response.request().reset();
                    } else {
                        body.appendBuffer(part);
                    }
                });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(
                end ->
                        answer.tryComplete(
                                new Got(response.statusCode(), headers, body.getBytes(), true)));
    }

    static PollFailure why(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause instanceof TimeoutException ? PollFailure.TIMEOUT : PollFailure.UNREACHABLE;
    }

    void close() {
        client.close();
    }
}
