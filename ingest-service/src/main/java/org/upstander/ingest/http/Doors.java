package org.upstander.ingest.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.LogUnavailable;
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

    private static final Logger LOG = Logger.getLogger(Doors.class);

    /** Behind everything that others serve. */
    private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 10_000;

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
        router.route("/v1/posts").handler(call -> serve(call, posts::take));
        router.route("/v1/signals").handler(call -> serve(call, signals::take));
        router.route().order(LAST).handler(Doors::nothingHere);
    }

    private static void serve(
            RoutingContext call, BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        HttpServerRequest request = call.request();
        if (HttpMethod.OPTIONS.equals(request.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, Problem.METHODS).end();
        } else if (!HttpMethod.POST.equals(request.method())) {
            end(request, Problem.methodNotAllowed(request.path()));
        } else if (!mayWrite(call)) {
            end(request, Problem.forbidden(request.path()));
        } else {
            door.apply(request, call.vertx().getOrCreateContext())
                    .onSuccess(answer -> answer.send(request.response()))
                    .onFailure(failure -> end(request, problem(failure, request)));
        }
    }

    private static void nothingHere(RoutingContext call) {
        end(call.request(), Problem.notFound(call.request().path()));
    }

    private static boolean mayWrite(RoutingContext call) {
        return call.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().hasRole(Scopes.POSTS_WRITE);
    }

    /** Answers a request that is not read, or not read further. */
    private static void end(HttpServerRequest request, Answer answer) {
        Bodies.drain(request);
        answer.send(request.response());
    }

    private static Answer problem(Throwable failure, HttpServerRequest request) {
        if (failure instanceof BadRequest bad) {
            return Problem.of(bad);
        }
        if (failure instanceof LogUnavailable) {
            return Problem.unavailable();
        }
        if (!request.response().closed()) { // else it is the client that went away
            // Neither the message nor its causes: they may quote the post.
            LOG.errorf(
                    "a request was not answered as it should be: %s at %s",
                    failure.getClass().getName(),
                    Arrays.stream(failure.getStackTrace()).limit(3).toList());
        }
        return Problem.ofOurs(request.path());
    }
}
