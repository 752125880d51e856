package org.upstander.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** What platforms send, after their documented shapes. */
public final class Deliveries {

    public static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    public static final Source FORUM = new Source("forum", false);
    public static final Source PRIVATE = new Source("forum", true);

    private Deliveries() {}

    public static String fixture(String name) {
        try (InputStream in = Deliveries.class.getResourceAsStream("/webhooks/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Delivery of(String body, Map<String, String> headers) {
        return new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    public static Delivery of(String body) {
        return of(body, Map.of());
    }
}
