package org.upstander.ingest.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Signal;

/** The front door for moderation actions and contact attempts. */
@Path("/v1/signals")
class SignalsResource {

    private final Door<Draft.OfSignal, Signal> door;

    SignalsResource(AcceptSignals acceptSignals) {
        this.door =
                new Door<>(
                        new ItemReader<>(SignalItem::new),
                        acceptSignals::accept,
                        Results::ofSignals);
    }

    @POST
    @RolesAllowed(Scopes.POSTS_WRITE)
    public Uni<Response> signal(@Context HttpServerRequest request) {
        try {
            if (Format.of(request) == Format.NDJSON) {
                throw BadRequest.unsupported("Signals do not come by line: send a JSON array.");
            }
            return door.whole(request);
        } catch (BadRequest e) {
            return Uni.createFrom().item(Door.refuse(e, request));
        }
    }
}
