package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.upstander.standalone.Service;
import org.upstander.standalone.StandaloneSystem;

/** Asks the services of a running system. */
final class Rest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final StandaloneSystem system;

    Rest(StandaloneSystem system) {
        this.system = system;
    }

    /** The body, after one of the statuses with which something is made or done. */
    String asAdmin(Service service, String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                call(service, method, path, body, system.secrets().adminToken());
        assertThat(answer.statusCode())
                .as(path + ": " + answer.body())
                .isIn(Set.of(200, 201, 202, 204));
        return answer.body();
    }

    HttpResponse<String> call(
            Service service, String method, String path, String body, String bearer)
            throws Exception {
        URI address = system.service(service).address().resolve(path);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
