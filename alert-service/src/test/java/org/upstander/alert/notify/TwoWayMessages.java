package org.upstander.alert.notify;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.upstander.alert.application.Message;

/** Messages to systems that answer back, and the real mappings of their settings. */
public final class TwoWayMessages {

    public static final String INCIDENT = "in_3f9a0c2b7d41e6853f9a0c2b7d41e685";

    private TwoWayMessages() {}

    public static Message.IncidentPage page(int severity) {
        return page(INCIDENT, "cm-07", severity, 6, 4);
    }

    public static Message.IncidentPage page(
            String incidentId, String staffId, int severity, int posts, int authors) {
        return new Message.IncidentPage(
                incidentId,
                staffId,
                "Dana Okafor",
                severity,
                List.of("insult", "threat"),
                List.of(),
                List.of("forum"),
                posts,
                authors,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                "First step of the policy",
                URI.create("https://alerts.example.org/v1/incidents/in-1"),
                URI.create("https://alerts.example.org/a/token"),
                "en");
    }

    public static <T> T settings(Class<T> type, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(type)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(type);
    }
}
