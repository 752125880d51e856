package org.upstander.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a missing or wrong token. Takes precedence over the problem library's own mapper, whose
 * version reads a field that Quarkus has since made private.
 */
class UnauthorizedMapper {

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = 1)
    Response unauthorized() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, ApiTokenMechanism.CHALLENGE)
                .type(Problems.MEDIA_TYPE)
                .entity(Problems.UNAUTHORIZED)
                .build();
    }
}
