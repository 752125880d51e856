package org.upstander.ingest.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.config.SpoolConfig;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Post;

/**
 * The front door for posts. Reads the request itself: a framework that parses bodies would neither
 * stream lines nor tell a bad item from a bad array. Documented in {@code META-INF/openapi.yaml}.
 */
@Path("/v1/posts")
class PostsResource {

    private final Door<Draft.OfPost, Post> door;
    private final Vertx vertx;
    private final SpoolConfig spool;

    PostsResource(AcceptPosts acceptPosts, Vertx vertx, SpoolConfig spool) {
        this.door =
                new Door<>(new ItemReader<>(PostItem::new), acceptPosts::accept, Results::ofPosts);
        this.vertx = vertx;
        this.spool = spool;
    }

    @POST
    @RolesAllowed(Scopes.POSTS_WRITE)
    public Uni<Response> post(@Context HttpServerRequest request) {
        try {
            return switch (Format.of(request)) {
                case JSON -> door.whole(request);
                case NDJSON -> door.lines(request, vertx, spool.directory());
            };
        } catch (BadRequest e) {
            return Uni.createFrom().item(Door.refuse(e, request));
        }
    }
}
