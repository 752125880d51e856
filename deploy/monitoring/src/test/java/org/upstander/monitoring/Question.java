package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A question of a panel to an API, put and read as the Infinity data source does. */
record Question(String panel, JsonNode target) {

    private static final int DAYS = 30;

    /** With Grafana's variables put in, of the last thirty days. */
    String path(String bucket, Instant now) {
        return target.at("/url").asText()
                + MonitoringFiles.items(target.at("/url_options/params")).stream()
                        .map(
                                parameter ->
                                        parameter.at("/key").asText()
                                                + "="
                                                + value(
                                                        parameter.at("/value").asText(),
                                                        bucket,
                                                        now))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String value(String given, String bucket, Instant now) {
        String value =
                given.replace("${bucket}", bucket)
                        .replace("${__from:date:iso}", now.minus(DAYS, ChronoUnit.DAYS).toString())
                        .replace("${__to:date:iso}", now.toString());
        assertThat(value).as("a variable that is not known").doesNotContain("$");
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** An array is rows, anything else is one. */
    List<JsonNode> rows(JsonNode answer) {
        String root = target.at("/root_selector").asText();
        JsonNode found = root.isEmpty() ? answer : answer.at("/" + root.replace('.', '/'));
        return found.isArray() ? MonitoringFiles.items(found) : List.of(found);
    }

    /** Whether a value is what a column of this type shows. */
    static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "number" -> value.isNumber();
            case "timestamp" -> value.isTextual() && Instant.parse(value.asText()) != null;
            default -> value.isTextual() && !value.asText().isEmpty();
        };
    }

    @Override
    public String toString() {
        return panel;
    }
}
