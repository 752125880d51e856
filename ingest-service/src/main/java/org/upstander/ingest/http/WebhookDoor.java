package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.TakeDelivery;
import org.upstander.ingest.application.hub.AnswerHubs;
import org.upstander.ingest.domain.Admission;

/** Where platforms call. Who sent it is found out from what was signed, not from a token. */
@ApplicationScoped
class WebhookDoor {

    private final TakeDelivery deliveries;
    private final AnswerHubs hubs;
    private final Clock clock;

    WebhookDoor(TakeDelivery deliveries, AnswerHubs hubs, Clock clock) {
        this.deliveries = deliveries;
        this.hubs = hubs;
        this.clock = clock;
    }

    /**
     * @param eventLoop of the request
     * @return what to answer, on the event loop; fails as {@link TakeDelivery#take}
     */
    Future<Answer> take(String sourceId, HttpServerRequest request, Context eventLoop) {
        String traceParent = TraceParent.of(request);
        return delivery(request)
                .compose(
                        delivery ->
                                Work.where(
                                        delivery.body().length,
                                        eventLoop,
                                        () ->
                                                Future.fromCompletionStage(
                                                        deliveries.take(
                                                                sourceId, delivery, traceParent),
                                                        eventLoop)))
                .map(outcome -> answer(outcome, request.path()));
    }

    /** Answers a platform that asks before it sends. */
    Future<Answer> welcome(String sourceId, HttpServerRequest request, Context eventLoop) {
        Map<String, String> query = new HashMap<>();
        request.params().forEach(one -> query.putIfAbsent(one.getKey(), one.getValue()));
        Optional<String> welcome = deliveries.welcome(sourceId, query);
        return (welcome.isPresent()
                        ? Future.succeededFuture(welcome)
                        : Future.fromCompletionStage(hubs.answer(sourceId, query), eventLoop))
                .map(
                        said ->
                                said.map(text -> Answer.ok("text/plain", Buffer.buffer(text)))
                                        .orElseGet(() -> Problem.notFound(request.path())));
    }

    Future<Delivery> delivery(HttpServerRequest request) {
        return Bodies.read(request, HttpLimits.DELIVERY_BYTES)
                .map(body -> new Delivery(headers(request), body, clock.instant()));
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        // Of a header that comes twice the first counts.
        request.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
        return headers;
    }

    private static Answer answer(Outcome outcome, String path) {
        if (outcome instanceof Outcome.NoSource) {
            return Problem.notFound(path);
        }
        if (outcome instanceof Outcome.NotProven no) {
            return no.silent() ? Answer.nothing() : Problem.notProven();
        }
        if (outcome instanceof Outcome.NotReadable wrong) {
            return Problem.notReadable(wrong.pointer(), wrong.fix());
        }
        if (outcome instanceof Outcome.Flooded flood) {
            return Problem.flooded(flood.pause());
        }
        if (outcome instanceof Outcome.Taken taken) {
            return taken(taken);
        }
        if (outcome instanceof Outcome.Heard heard
                && heard.said() instanceof Said.Handshake shake) {
            return Answer.ok(shake.contentType(), Buffer.buffer(shake.body()));
        }
        return Answer.nothing();
    }

    /** Not 400 where an item was refused: the platform would send the same for ever. */
    private static Answer taken(Outcome.Taken taken) {
        if (taken.bare()) {
            return Answer.nothing();
        }
        return taken.posts().isEmpty()
                ? results(Results.ofSignals(), taken.signals())
                : results(Results.ofPosts(), taken.posts());
    }

    private static <T> Answer results(Results<T> written, List<Admission<T>> admissions) {
        byte[] part = written.part(admissions);
        return Answer.results(Buffer.buffer(part).appendBytes(written.end()));
    }
}
