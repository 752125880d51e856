package org.upstander.bench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public interfaces of the services, to set a measurement up. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String authorization;

    Api(String authorization) {
        this.authorization = authorization;
    }

    JsonNode put(URI uri, JsonNode body) {
        return send("PUT", uri, body);
    }

    JsonNode post(URI uri, JsonNode body) {
        return send("POST", uri, body);
    }

    JsonNode get(URI uri) {
        return send("GET", uri, null);
    }

    /** Whatever it is. */
    String text(URI uri) {
        return exchange("GET", uri, null);
    }

    private JsonNode send(String method, URI uri, JsonNode body) {
        try {
            String answer = exchange(method, uri, body);
            return JSON.readTree(answer.isEmpty() ? "null" : answer);
        } catch (JsonProcessingException e) {
            throw new BenchFailure(method + " " + uri + " was not answered in JSON", e);
        }
    }

    /**
     * @param body null where there is none
     */
    private String exchange(String method, URI uri, JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new BenchFailure(
                        "%s %s was answered %d: %s"
                                .formatted(method, uri, response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new BenchFailure(method + " " + uri + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
