package org.upstander.alert.notify.canary;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.canary.Outlets.CanaryDoor;
import org.upstander.alert.config.CanaryConfig;
import org.upstander.alert.domain.Canary;
import org.upstander.alert.notify.Results;

/**
 * {@code POST /v1/posts} of our own ingest-service. Its address comes from the operator alone, so
 * no guard stands before it.
 */
@ApplicationScoped
class IngestDoor implements CanaryDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    private final WebClient http;
    private final Optional<URI> ingest;
    private final Optional<String> token;

    IngestDoor(CanaryConfig config, Vertx vertx) {
        this.ingest = config.ingestUrl();
        this.token = config.token();
        this.http =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setConnectTimeout((int) PATIENCE.toMillis())
                                .setFollowRedirects(false)
                                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    @Override
    public Uni<DeliveryResult> post(String externalId, String text, Instant writtenAt) {
        return Uni.createFrom()
                .deferred(() -> send(body(externalId, text, writtenAt)))
                .map(IngestDoor::result)
                .onFailure()
                .recoverWithItem(Results.again(FailureKind.UNREACHABLE));
    }

    private Uni<Integer> send(JsonObject body) {
        String base = ingest.orElseThrow().toString();
        String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
        var request =
                http.postAbs(url + "/v1/posts")
                        .timeout(PATIENCE.toMillis())
                        .putHeader("Content-Type", "application/json");
        token.ifPresent(request::bearerTokenAuthentication);
        return request.sendBuffer(Buffer.newInstance(body.toBuffer()))
                .map(answer -> answer.statusCode());
    }

    private static JsonObject body(String externalId, String text, Instant writtenAt) {
        return new JsonObject()
                .put("source", Canary.SOURCE)
                .put("externalId", externalId)
                .put("author", new JsonObject().put("id", "watchdog"))
                .put("text", text)
                .put("createdAt", writtenAt.toString())
                .put("visibility", "members");
    }

    private static DeliveryResult result(int status) {
        return switch (status) {
            case ACCEPTED -> Results.delivered("HTTP " + status);
            case 401, 403 -> Results.refused(FailureKind.AUTHENTICATION);
            case 429 -> Results.again(FailureKind.RATE_LIMITED);
            default ->
                    status >= 500
                            ? Results.again(FailureKind.SERVER_ERROR)
                            : Results.refused(FailureKind.CLIENT_ERROR);
        };
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
