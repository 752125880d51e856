package org.upstander.alert.notify.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.config.WebhookConfig;
import org.upstander.alert.notify.Lanes;
import org.upstander.alert.notify.Results;

/**
 * How every channel over HTTP reaches its receiver: past {@link TargetGuard}, in the receiver's own
 * lane, within the deadline, without redirects, and with one reading of statuses.
 */
@ApplicationScoped
public class HttpSender {

    private final TargetGuard guard;
    private final PinnedHttp http;
    private final Answers answers;
    private final Lanes lanes;
    private final Duration timeout;

    @Inject
    HttpSender(WebhookConfig config, NameService names, Vertx vertx, Clock clock) {
        this(config, names, new PinnedHttp(vertx, new HttpClientOptions(), config), clock);
    }

    private HttpSender(WebhookConfig config, NameService names, PinnedHttp http, Clock clock) {
        this.guard = new TargetGuard(names, AddressRules.of(config), config.ports());
        this.http = http;
        this.answers = new Answers(clock, config.maxRetryAfter());
        this.lanes = new Lanes(config.connectionsPerReceiver(), config.timeout());
        this.timeout = config.timeout();
    }

    /**
     * Posts, and judges by the status alone. The Uni never fails, unless {@code message} does.
     *
     * @param url where; a credential
     * @param attempt counts from 1; a retry takes the next address of a name that has several
     * @param message made when its turn has come, so that a time in it is that of the attempt
     */
    public Uni<DeliveryResult> post(String url, int attempt, Supplier<HttpMessage> message) {
        return post(url, attempt, message, AnswerReader.STATUS);
    }

    /**
     * The same, and {@code reader} has the last word.
     *
     * @param reader must not throw
     */
    public Uni<DeliveryResult> post(
            String url, int attempt, Supplier<HttpMessage> message, AnswerReader reader) {
        return lanes.in(TargetGuard.laneOf(url), () -> request(url, attempt, message, reader));
    }

    private Uni<DeliveryResult> request(
            String url, int attempt, Supplier<HttpMessage> message, AnswerReader reader) {
        long start = System.nanoTime();
        return guard.check(url, attempt)
                .ifNoItem()
                .after(timeout)
                .fail()
                .chain(
                        target ->
                                target.map(at -> http.post(at, message.get(), left(start)))
                                        .map(answer -> answer.map(at -> read(at, reader)))
                                        .orElseGet(HttpSender::blocked))
                .onFailure()
                .recoverWithItem(answers::of);
    }

    private Duration left(long start) {
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    private DeliveryResult read(HttpAnswer answer, AnswerReader reader) {
        DeliveryResult byStatus = answers.of(answer.status(), answer.retryAfter());
        return answers.withinReason(reader.read(answer, byStatus));
    }

    private static Uni<DeliveryResult> blocked() {
        return Uni.createFrom().item(Results.refused(FailureKind.BLOCKED_ADDRESS));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
