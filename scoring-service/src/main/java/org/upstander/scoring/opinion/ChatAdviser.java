package org.upstander.scoring.opinion;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.upstander.scoring.application.Adviser;
import org.upstander.scoring.domain.OpinionOutcome;

/**
 * Asks a server that speaks OpenAI's chat completions. The one place of this service from which a
 * text leaves the process other than to Kafka; made only where the operator switched it on.
 */
public final class ChatAdviser implements Adviser {
    private static final Logger LOG = Logger.getLogger(ChatAdviser.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpClient http;
    private final HttpRequest.Builder request;
    private final Duration timeout;
    private final ChatFormat format;
    private volatile String lastTrouble = "";

    /**
     * @param base of the server's API, {@code http://localhost:11434/v1}; {@code http} or {@code
     *     https}
     * @param model as the server names it
     * @param apiKey sent as a bearer token, if there is one
     * @param timeout longest time from question to answer read whole
     * @throws IllegalArgumentException if the URL cannot be asked
     */
    public ChatAdviser(URI base, String model, Optional<String> apiKey, Duration timeout) {
        this.timeout = timeout;
        this.format = new ChatFormat(model);
        this.request =
                HttpRequest.newBuilder(endpoint(base))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .timeout(timeout);
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        // Servers on plain ports trip over an offer to switch to HTTP/2. No redirect is followed:
        // the text goes where the operator said.
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
        LOG.infof(
                "second opinions are on: texts of uncertain posts, without names of staff, go to host=%s",
                base.getHost());
    }

    private static URI endpoint(URI base) {
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        boolean bare = base.getRawUserInfo() == null && base.getRawQuery() == null;
        if (!web || base.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "upstander.scoring.second-opinion.url must be http:// or https:// with a host, and"
                            + " without user or query, as http://localhost:11434/v1");
        }
        return URI.create(base.toString().replaceFirst("/+$", "") + "/chat/completions");
    }

    @Override
    public Advice ask(String text, boolean answered) {
        CompletableFuture<HttpResponse<byte[]>> exchange = null;
        try {
            exchange = http.sendAsync(question(text, answered), i -> new BoundedBody(MOST_BYTES));
            // The request's own timeout ends with the headers; a body may trickle for ever.
            return advice(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return missing(OpinionOutcome.TIMEOUT, "timeout");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cancel(true);
            return missing(OpinionOutcome.FAILED, "interrupted");
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private HttpRequest question(String text, boolean answered) {
        byte[] body = format.question(text, answered);
        return request.copy().POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private Advice advice(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return missing(OpinionOutcome.FAILED, "status " + response.statusCode());
        }
        Optional<Advice.Given> opinion = ChatFormat.opinion(response.body());
        if (opinion.isEmpty()) {
            return missing(OpinionOutcome.INVALID, "not the JSON that was asked for");
        }
        report("");
        return opinion.get();
    }

    private Advice failed(Throwable cause) {
        if (cause instanceof BoundedBody.TooLong) {
            return missing(OpinionOutcome.INVALID, "more than " + MOST_BYTES + " bytes");
        }
        boolean late = cause instanceof HttpTimeoutException;
        return missing(
                late ? OpinionOutcome.TIMEOUT : OpinionOutcome.FAILED, cause.getClass().getName());
    }

    private Advice missing(OpinionOutcome why, String trouble) {
        report(trouble);
        return new Advice.Missing(why);
    }

    /** One line when it changes. Neither question nor answer, which may quote the post. */
    private void report(String trouble) {
        if (trouble.equals(lastTrouble)) {
            return;
        }
        lastTrouble = trouble;
        if (trouble.isEmpty()) {
            LOG.info("second opinions come again");
        } else {
            LOG.warnf("no second opinion, our own judgement stands cause=%s", trouble);
        }
    }
}
