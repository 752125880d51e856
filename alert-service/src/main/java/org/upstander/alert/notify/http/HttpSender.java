package org.upstander.alert.notify.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.config.WebhookConfig;
import org.upstander.alert.notify.Lanes;
import org.upstander.alert.notify.Results;
import org.upstander.outbound.AddressRules;
import org.upstander.outbound.NameService;
import org.upstander.outbound.Target;
import org.upstander.outbound.TargetGuard;

/**
 * How every channel over HTTP reaches its receiver: past {@link TargetGuard}, in the receiver's own
 * lane, within the deadline, without redirects, and with one reading of statuses.
 */
@ApplicationScoped
public class HttpSender {

    private final TargetGuard guard;
    private final boolean inside;
    private final PinnedHttp http;
    private final Answers answers;
    private final Lanes lanes;
    private final Duration timeout;

    @Inject
    HttpSender(WebhookConfig config, NameService names, Vertx vertx, Clock clock) {
        this(config, names, vertx, clock, System::nanoTime);
    }

    HttpSender(
            WebhookConfig config,
            NameService names,
            Vertx vertx,
            Clock clock,
            LongSupplier nanoTime) {
        AddressRules rules = rules(config);
        this.guard = new TargetGuard(names, rules, config.ports());
        this.inside = rules.anyNamed();
        this.http = new PinnedHttp(vertx, new HttpClientOptions(), config);
        this.answers = new Answers(clock, config.maxRetryAfter());
        this.lanes = new Lanes(config.connectionsPerReceiver(), config.timeout(), nanoTime);
        this.timeout = config.timeout();
    }

    /** What the operator let through for webhooks, and for all channels. */
    private static AddressRules rules(WebhookConfig config) {
        List<String> networks = new ArrayList<>(config.allowedNetworks().orElse(List.of()));
        networks.addAll(config.privateTargets().orElse(List.of()));
        return AddressRules.letting(networks);
    }

    /**
     * What is wrong with an address that is a URL, and the fix; empty where it is fine. Whether it
     * may be reached shows when it is: a name may change its mind.
     */
    public Optional<String> refusal(String address, UrlShape shape) {
        return UrlShape.url(address)
                .map(url -> insecure(url).or(() -> shape.problem(url)))
                .orElseGet(
                        () ->
                                Optional.of(
                                        "must be an https URL with a host, without user name or fragment"));
    }

    private Optional<String> insecure(URI url) {
        return UrlShape.unless(
                UrlShape.secure(url) || inside,
                "must begin with https://; http is for a peer in a private network, with UPSTANDER_ALLOW_PRIVATE_TARGETS set");
    }

    /**
     * Posts what is no delivery, and judges by the status alone. The Uni never fails, unless {@code
     * message} does.
     *
     * @param url where; a credential
     * @param attempt counts from 1; a retry takes the next address of a name that has several
     * @param message made when its turn has come, so that a time in it is that of the attempt
     */
    public Uni<DeliveryResult> post(String url, int attempt, Supplier<HttpMessage> message) {
        return post(url, attempt, Deadline.NEVER, message, AnswerReader.STATUS);
    }

    /** The same for a delivery, which is not sent after its lease. */
    public Uni<DeliveryResult> post(String url, Delivery delivery, Supplier<HttpMessage> message) {
        return post(url, delivery, message, AnswerReader.STATUS);
    }

    /**
     * The same, and {@code reader} has the last word.
     *
     * @param reader must not throw
     */
    public Uni<DeliveryResult> post(
            String url, Delivery delivery, Supplier<HttpMessage> message, AnswerReader reader) {
        return post(url, delivery.attempt(), delivery.lease(), message, reader);
    }

    private Uni<DeliveryResult> post(
            String url,
            int attempt,
            Deadline lease,
            Supplier<HttpMessage> message,
            AnswerReader reader) {
        return lanes.in(
                TargetGuard.laneOf(url),
                lease,
                deadline -> request(url, attempt, message, reader, deadline));
    }

    private Uni<DeliveryResult> request(
            String url,
            int attempt,
            Supplier<HttpMessage> message,
            AnswerReader reader,
            Deadline deadline) {
        return guard.check(url, attempt)
                .ifNoItem()
                .after(timeout)
                .fail()
                .chain(
                        target ->
                                target.map(at -> send(at, message, reader, deadline))
                                        .orElseGet(HttpSender::blocked))
                .onFailure()
                .recoverWithItem(answers::of);
    }

    private Uni<DeliveryResult> send(
            Target target, Supplier<HttpMessage> message, AnswerReader reader, Deadline deadline) {
        return deadline.passed()
                ? Uni.createFrom().item(Results.notSent())
                : http.post(target, message.get(), deadline).map(answer -> read(answer, reader));
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
