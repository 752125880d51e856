package org.upstander.alert.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The address of a calendar, and what becomes of it. */
@Schema(name = "CalendarFeed")
record FeedBody(
        @Schema(description = "Whoever has it reads the calendar. Shown once, never again.")
                URI url) {

    static Response made(Optional<URI> url, String kind, String id) {
        return Response.ok(new FeedBody(url.orElseThrow(Problems.notFound(kind, id))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response revoked(boolean was, String kind, String id) {
        if (!was) {
            throw Problems.notFound("calendar of " + kind, id).get();
        }
        return Response.noContent().build();
    }
}
