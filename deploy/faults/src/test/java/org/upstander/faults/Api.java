package org.upstander.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;
import org.upstander.standalone.StandaloneSystem;

/** The public REST interfaces, as a script outside would call them. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final StandaloneSystem system;
    private final String token;

    Api(StandaloneSystem system, String token) {
        this.system = system;
        this.token = token;
    }

    Api(StandaloneSystem system) {
        this(system, system.secrets().adminToken());
    }

    /**
     * @param status of the answer
     * @param retryAfter that header, or null
     * @param text of the body
     */
    record Answer(int status, String retryAfter, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** This answer, if it has one of the statuses; else a failure that shows the problem. */
        Answer expect(int... statuses) {
            for (int one : statuses) {
                if (status == one) {
                    return this;
                }
            }
            throw new AssertionError("answered " + status + ": " + text);
        }
    }

    Answer put(String path, Object body) {
        return call(Service.ALERT, "PUT", path, body);
    }

    Answer get(String path) {
        return call(Service.ALERT, "GET", path, null);
    }

    /** What a service counts, in the text form of Prometheus. */
    Answer metrics(Service service) {
        return metrics(system.service(service));
    }

    Answer metrics(ServiceProcess instance) {
        return send(
                HttpRequest.newBuilder(URI.create(instance.address() + "/q/metrics"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    Answer post(Service service, String path, Object body) {
        return call(service, "POST", path, body);
    }

    Answer delete(String path) {
        return call(Service.ALERT, "DELETE", path, null);
    }

    /** All items of a list, over all its pages. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=200";
            JsonNode answer =
                    get(cursor == null ? page : page + "&cursor=" + cursor).expect(200).json();
            answer.get("items").forEach(items::add);
            cursor = answer.path("next").asText(null);
        } while (cursor != null);
        return items;
    }

    /** A call without a token, as a browser follows a link. */
    Answer open(String method, URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.noBody());
        return send(request);
    }

    private Answer call(Service service, String method, String path, Object body) {
        try {
            URI address = URI.create(system.service(service).address() + path);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json");
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body());
        } catch (IOException e) {
            return new Answer(0, null, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
