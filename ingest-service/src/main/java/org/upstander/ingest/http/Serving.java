package org.upstander.ingest.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.application.source.StoreUnavailable;

/** From a call to its answer, whatever happens in between. */
final class Serving {

    private static final Logger LOG = Logger.getLogger(Serving.class);

    private Serving() {}

    /** For whose token has the scope; others get 403. */
    static void guarded(
            RoutingContext call,
            List<HttpMethod> methods,
            String scope,
            BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        serve(
                call,
                methods,
                (request, loop) ->
                        may(call, scope)
                                ? door.apply(request, loop)
                                : Future.succeededFuture(forbidden(request)));
    }

    /** For everybody: who calls is found out otherwise. */
    static void serve(
            RoutingContext call,
            List<HttpMethod> methods,
            BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        HttpServerRequest request = call.request();
        if (HttpMethod.OPTIONS.equals(request.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, names(methods)).end();
        } else if (!methods.contains(request.method())) {
            end(request, Problem.methodNotAllowed(request.path(), names(methods)));
        } else {
            answered(call, door)
                    .onSuccess(answer -> answer.send(request.response()))
                    .onFailure(failure -> end(request, problem(failure, request)));
        }
    }

    private static Future<Answer> answered(
            RoutingContext call, BiFunction<HttpServerRequest, Context, Future<Answer>> door) {
        try {
            return door.apply(call.request(), call.vertx().getOrCreateContext());
        } catch (BadRequest | StoreUnavailable e) {
            return Future.failedFuture(e);
        }
    }

    private static Answer forbidden(HttpServerRequest request) {
        Bodies.drain(request);
        return Problem.forbidden(request.path());
    }

    private static String names(List<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "))
                + ", OPTIONS";
    }

    private static boolean may(RoutingContext call, String scope) {
        return call.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().hasRole(scope);
    }

    /** Answers a request that is not read, or not read further. */
    static void end(HttpServerRequest request, Answer answer) {
        Bodies.drain(request);
        answer.send(request.response());
    }

    private static Answer problem(Throwable thrown, HttpServerRequest request) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        if (failure instanceof StoreUnavailable) {
            return Problem.storeUnavailable();
        }
        if (failure instanceof NoSourceKey) {
            return Problem.noSourceKey();
        }
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
