package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.report.ReportAddresses;

/** Where personal addresses of mail are made, and ended. */
@ApplicationScoped
class ReportAddressDoor {

    private static final List<HttpMethod> POST = List.of(HttpMethod.POST);
    private static final List<HttpMethod> DELETE = List.of(HttpMethod.DELETE);
    private static final String ADDRESSES = "/v1/self-report-addresses";

    private final ReportAddresses addresses;

    ReportAddressDoor(ReportAddresses addresses) {
        this.addresses = addresses;
    }

    /** As one is wanted. */
    record Wanted(String staff) {}

    /** As it was made. */
    record Made(String staff, String code, List<String> addresses) {}

    void open(@Observes Router router) {
        router.route(ADDRESSES)
                .handler(call -> Serving.guarded(call, POST, Scopes.ADMIN, this::make));
        router.route(ADDRESSES + "/:staff")
                .handler(
                        call ->
                                Serving.guarded(
                                        call,
                                        DELETE,
                                        Scopes.ADMIN,
                                        (request, loop) ->
                                                revoke(call.pathParam("staff"), request, loop)));
    }

    private Future<Answer> make(HttpServerRequest request, Context eventLoop) {
        return Bodies.read(request, HttpLimits.SOURCE_BYTES)
                .compose(
                        body -> {
                            String staff = JsonBody.read(body, Wanted.class).staff();
                            ReportDoor.checkStaff(staff);
                            return Future.fromCompletionStage(addresses.make(staff), eventLoop)
                                    .map(made -> answer(staff, made));
                        });
    }

    private static Answer answer(String staff, ReportAddresses.Made made) {
        return Answer.json(201, new Made(staff, made.code(), made.addresses()));
    }

    private Future<Answer> revoke(String staff, HttpServerRequest request, Context eventLoop) {
        return Future.fromCompletionStage(addresses.revoke(staff), eventLoop)
                .map(had -> had ? Answer.nothing() : Problem.notFound(request.path()));
    }
}
