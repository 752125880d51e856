package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.BiFunction;
import org.upstander.access.Scopes;

/** The routes of sources, and of the platforms that call. */
@ApplicationScoped
class SourceDoors {

    private static final List<HttpMethod> WEBHOOK = List.of(HttpMethod.GET, HttpMethod.POST);
    private static final List<HttpMethod> POST = List.of(HttpMethod.POST);
    private static final List<HttpMethod> GET = List.of(HttpMethod.GET);
    private static final List<HttpMethod> ENTRY =
            List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

    private static final String SOURCE = "/v1/sources/(?<id>[^/:%]+)";

    /** Many clients encode the colon. */
    private static final String COLON = "(?::|%3[Aa])";

    private final WebhookDoor webhooks;
    private final SourceDoor sources;
    private final BackfillDoor backfills;
    private final ProbeDoor probes;

    SourceDoors(
            WebhookDoor webhooks, SourceDoor sources, BackfillDoor backfills, ProbeDoor probes) {
        this.webhooks = webhooks;
        this.sources = sources;
        this.backfills = backfills;
        this.probes = probes;
    }

    void open(@Observes Router router) {
        router.route("/v1/webhooks/:id")
                .handler(
                        call ->
                                Serving.serve(
                                        call,
                                        WEBHOOK,
                                        (request, loop) -> called(id(call), request, loop)));
        router.route("/v1/sources")
                .handler(call -> look(call, GET, (request, loop) -> sources.list(loop)));
        router.routeWithRegex(SOURCE)
                .handler(
                        call ->
                                look(
                                        call,
                                        ENTRY,
                                        (request, loop) -> sources.one(id(call), request, loop)));
        router.routeWithRegex(SOURCE + COLON + "probe")
                .handler(
                        call ->
                                look(
                                        call,
                                        POST,
                                        (request, loop) -> probes.probe(id(call), request, loop)));
        router.routeWithRegex(SOURCE + COLON + "backfill")
                .handler(
                        call ->
                                look(
                                        call,
                                        POST,
                                        (request, loop) ->
                                                backfills.begin(id(call), request, loop)));
        router.routeWithRegex(SOURCE + "/backfill")
                .handler(
                        call ->
                                look(
                                        call,
                                        GET,
                                        (request, loop) ->
                                                backfills.progress(id(call), request, loop)));
        pauses(router, "pause", true);
        pauses(router, "resume", false);
    }

    private void pauses(Router router, String verb, boolean paused) {
        router.routeWithRegex(SOURCE + COLON + verb)
                .handler(
                        call ->
                                look(
                                        call,
                                        POST,
                                        (request, loop) ->
                                                sources.pause(
                                                        id(call), paused, request.path(), loop)));
    }

    private static String id(RoutingContext call) {
        return call.pathParam("id");
    }

    private Future<Answer> called(String id, HttpServerRequest request, Context eventLoop) {
        return HttpMethod.GET.equals(request.method())
                ? webhooks.welcome(id, request, eventLoop)
                : webhooks.take(id, request, eventLoop);
    }

    /** For who may read, and for who may change what is not only read. */
    private static void look(
            RoutingContext call,
            List<HttpMethod> methods,
            BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        boolean reads = HttpMethod.GET.equals(call.request().method());
        Serving.guarded(call, methods, reads ? Scopes.INCIDENTS_READ : Scopes.ADMIN, door);
    }
}
