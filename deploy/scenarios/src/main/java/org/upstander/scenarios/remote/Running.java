package org.upstander.scenarios.remote;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A running system.
 *
 * @param ingest address of ingest-service
 * @param scoring of scoring-service
 * @param alert of alert-service
 * @param token with the scopes of an admin
 */
public record Running(URI ingest, URI scoring, URI alert, String token) {

    /**
     * @param addresses of ingest-, scoring- and alert-service with commas between; or of
     *     ingest-service alone: the others are on the next two ports, as in standalone
     */
    public static Running at(String addresses, String token) {
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "A running system wants a token: set UPSTANDER_ADMIN_TOKEN to the one that it printed.");
        }
        List<URI> all =
                Stream.of(addresses.split(",")).map(String::strip).map(URI::create).toList();
        if (all.size() == 3) {
            return new Running(all.get(0), all.get(1), all.get(2), token);
        }
        URI first = all.get(0);
        if (all.size() != 1 || first.getHost() == null || first.getPort() < 0) {
            throw new IllegalArgumentException(
                    "'%s' is no address: write http://127.0.0.1:8081, or all three with commas between."
                            .formatted(addresses));
        }
        return new Running(first, beside(first, 1), beside(first, 2), token);
    }

    private static URI beside(URI first, int ports) {
        return URI.create(
                "%s://%s:%d"
                        .formatted(first.getScheme(), first.getHost(), first.getPort() + ports));
    }
}
