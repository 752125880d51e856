package org.upstander.alert.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes {@code %3A} in a path for the colon it stands for. Many clients encode the colon of {@code
 * /v1/staff:import}, and paths are matched before they are decoded.
 */
class EncodedColon {

    private static final Pattern COLON = Pattern.compile("%3A", Pattern.CASE_INSENSITIVE);

    @ServerRequestFilter(preMatching = true)
    public void decode(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        String plain = COLON.matcher(path).replaceAll(":");
        if (!plain.equals(path)) {
            String query = uri.getRawQuery();
            request.setRequestUri(
                    request.getUriInfo()
                            .getBaseUri()
                            .resolve(query == null ? plain : plain + "?" + query));
        }
    }
}
