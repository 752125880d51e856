package org.upstander.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The public interface of the services, as any client would use it. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Demo.Addresses addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(Demo.Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Makes or replaces one resource of the alert-service.
     *
     * @param kind {@code staff, contacts} or {@code policies}
     */
    void put(String kind, String id, JsonNode body) throws IOException, InterruptedException {
        send("PUT", addresses.alert().resolve("/v1/" + kind + "/" + id), body);
    }

    void post(JsonNode post) throws IOException, InterruptedException {
        send("POST", addresses.ingest().resolve("/v1/posts"), post);
    }

    /** Scores without storing anything. */
    JsonNode score(JsonNode request) throws IOException, InterruptedException {
        return send("POST", addresses.scoring().resolve("/v1/score"), request);
    }

    private JsonNode send(String method, URI address, JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + addresses.token())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s %s was answered %d: %s"
                            .formatted(
                                    method,
                                    address.getPath(),
                                    response.statusCode(),
                                    shortened(response.body())));
        }
        return response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
    }

    private static String shortened(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
