package org.upstander.scenarios.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The public interface, as any script would use it. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Running system;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    Client(Running system) {
        this.system = system;
    }

    JsonNode ingest(String path, JsonNode body) {
        return send("POST", system.ingest(), path, body);
    }

    JsonNode score(JsonNode body) {
        return send("POST", system.scoring(), "/v1/score", body);
    }

    JsonNode alert(String method, String path, JsonNode body) {
        return send(method, system.alert(), path, body);
    }

    /** All items of a list of alert-service, over all its pages. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            String page = path + "&limit=200" + (cursor == null ? "" : "&cursor=" + cursor);
            JsonNode answer = alert("GET", page, null);
            answer.get("items").forEach(items::add);
            cursor = answer.path("next").asText(null);
        } while (cursor != null);
        return items;
    }

    private JsonNode send(String method, URI service, String path, JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + system.token())
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s %s was answered %d: %s"
                                .formatted(method, path, answer.statusCode(), answer.body()));
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s %s: the system does not answer".formatted(method, service.resolve(path)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
