package org.upstander.ingest.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.BiFunction;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.config.SpoolConfig;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;

/**
 * Where requests come in: routes of the HTTP server itself, since they read their bodies
 * themselves, and everything between costs more than the work. Who calls was found out before by
 * the permissions of every path; what the caller may do is looked at here. Documented in {@code
 * META-INF/openapi.yaml}.
 */
@ApplicationScoped
class Doors {

    /** Behind everything that others serve. */
    private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 10_000;

    private static final List<HttpMethod> POST = List.of(HttpMethod.POST);

    private final Door<Draft.OfPost, Post> posts;
    private final Door<Draft.OfSignal, Signal> signals;

    Doors(AcceptPosts acceptPosts, AcceptSignals acceptSignals, Vertx vertx, SpoolConfig spool) {
        this.posts =
                new Door<>(
                        new ItemReader<>(PostItem::new),
                        acceptPosts::accept,
                        Results::ofPosts,
                        () -> new Spool(vertx, spool.directory()));
        this.signals =
                new Door<>(
                        new ItemReader<>(SignalItem::new),
                        acceptSignals::accept,
                        Results::ofSignals,
                        () -> {
                            throw BadRequest.unsupported(
                                    "Signals do not come by line: send a JSON array.");
                        });
    }

    void open(@Observes Router router) {
        router.route("/v1/posts").handler(call -> handIn(call, posts::take));
        router.route("/v1/signals").handler(call -> handIn(call, signals::take));
        router.route().order(LAST).handler(Doors::nothingHere);
    }

    private static void handIn(
            RoutingContext call, BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        Serving.guarded(call, POST, Scopes.POSTS_WRITE, door);
    }

    private static void nothingHere(RoutingContext call) {
        Serving.end(call.request(), Problem.notFound(call.request().path()));
    }
}
