package org.upstander.bench.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The questions of a dashboard over the last year. */
final class YearPanels {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String authorization;
    private final Instant to = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    private final Instant from = to.minus(366, ChronoUnit.DAYS);

    YearPanels(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    byte[] timeseries() {
        return get("timeseries?metric=attackRatio");
    }

    byte[] noiseFloor() {
        return get("noise-floor?bucket=day");
    }

    byte[] person(int number) {
        return get("noise-floor?staff=cm-" + number % YearOfMentions.STAFF);
    }

    byte[] zone(int number) {
        return get(
                "timeseries?metric=attackRatio&zone=Europe/Berlin&staff=cm-"
                        + number % YearOfMentions.STAFF);
    }

    byte[] get(String panel) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/v1/stats/%s&from=%s&to=%s"
                                                .formatted(port, panel, from, to)))
                        .header("Authorization", authorization)
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new BenchFailure("R15: %s: %d".formatted(panel, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailure("R15: " + panel + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
