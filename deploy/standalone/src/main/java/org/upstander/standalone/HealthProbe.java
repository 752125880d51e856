package org.upstander.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service how it feels. */
final class HealthProbe {

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    HealthProbe(URI address) {
        this.address = address;
    }

    /**
     * Whether {@code /q/health/} answers 200; false also when nobody answers.
     *
     * @param what {@code live}, {@code ready} or {@code started}
     */
    boolean says(String what) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/q/health/" + what))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
