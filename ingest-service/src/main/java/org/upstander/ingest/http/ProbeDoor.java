package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.delivery.ProbeDelivery;
import org.upstander.ingest.application.poll.ProbePoll;

/** Tells an administrator what would come in. */
@ApplicationScoped
class ProbeDoor {

    private final WebhookDoor webhooks;
    private final ProbeDelivery deliveries;
    private final ProbePoll polls;

    ProbeDoor(WebhookDoor webhooks, ProbeDelivery deliveries, ProbePoll polls) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.polls = polls;
    }

    /** Of a source that is asked, by asking it; else of the delivery that the body is. */
    Future<Answer> probe(String sourceId, HttpServerRequest request, Context eventLoop) {
        Optional<CompletionStage<ProbePoll.Probe>> asked = polls.probe(sourceId);
        if (asked.isPresent()) {
            return Future.fromCompletionStage(asked.get(), eventLoop)
                    .map(probe -> Answer.json(200, ProbeBody.of(probe)));
        }
        return webhooks.delivery(request)
                .map(
                        delivery ->
                                deliveries
                                        .probe(sourceId, delivery)
                                        .map(probe -> Answer.json(200, ProbeBody.of(probe)))
                                        .orElseGet(() -> Problem.notFound(request.path())));
    }
}
