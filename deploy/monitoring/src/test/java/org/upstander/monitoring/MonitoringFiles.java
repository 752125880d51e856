package org.upstander.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What this module is made of, as whoever uses it has it. */
final class MonitoringFiles {

    static final Path FOLDER = Path.of("").toAbsolutePath();
    static final Path PROMETHEUS = FOLDER.resolve("prometheus");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private MonitoringFiles() {}

    /** A recording or alerting rule. */
    record Rule(JsonNode json) {

        boolean isAlert() {
            return json.has("alert");
        }

        String name() {
            return json.at(isAlert() ? "/alert" : "/record").asText();
        }

        String expr() {
            return json.at("/expr").asText();
        }

        String severity() {
            return json.at("/labels/severity").asText();
        }

        String annotation(String name) {
            return json.at("/annotations").path(name).asText();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** A panel that is no row. */
    record Panel(String dashboard, JsonNode json) {

        String title() {
            return json.at("/title").asText();
        }

        List<JsonNode> targets() {
            return items(json.at("/targets"));
        }

        @Override
        public String toString() {
            return dashboard + ": " + title();
        }
    }

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Path file : in("prometheus/rules")) {
            for (JsonNode group : items(yaml(file).at("/groups"))) {
                items(group.at("/rules")).forEach(rule -> rules.add(new Rule(rule)));
            }
        }
        return rules;
    }

    static List<Rule> alerts() {
        return rules().stream().filter(Rule::isAlert).toList();
    }

    /** The tests that promtool plays, from all files. */
    static List<JsonNode> tests() {
        return in("prometheus/tests").stream()
                .flatMap(file -> items(yaml(file).at("/tests")).stream())
                .toList();
    }

    static List<Path> dashboards() {
        return in("grafana").stream().filter(file -> file.toString().endsWith(".json")).toList();
    }

    static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (Path file : dashboards()) {
            for (JsonNode panel : items(json(file).at("/panels"))) {
                if (!panel.at("/type").asText().equals("row")) {
                    panels.add(new Panel(file.getFileName().toString(), panel));
                }
            }
        }
        return panels;
    }

    /** What panels ask the statistics of alert-service, with the panel. */
    static List<Question> statistics() {
        return panels().stream()
                .flatMap(
                        panel ->
                                panel.targets().stream()
                                        .filter(target -> target.has("url"))
                                        .map(target -> new Question(panel.toString(), target)))
                .toList();
    }

    /** All expressions that panels, and the annotations of dashboards, ask Prometheus. */
    static List<String> questions() {
        Stream<String> ofPanels =
                panels().stream()
                        .flatMap(panel -> panel.targets().stream())
                        .filter(target -> target.has("expr"))
                        .map(target -> target.get("expr").asText());
        Stream<String> ofAnnotations =
                dashboards().stream()
                        .flatMap(file -> items(json(file).at("/annotations/list")).stream())
                        .map(annotation -> annotation.get("expr").asText());
        return Stream.concat(ofPanels, ofAnnotations)
                .map(expr -> expr.replace("$__rate_interval", "1m"))
                .toList();
    }

    static JsonNode yaml(Path file) {
        return read(() -> YAML.readTree(file.toFile()));
    }

    static JsonNode json(Path file) {
        return read(() -> JSON.readTree(file.toFile()));
    }

    static JsonNode json(String text) {
        return read(() -> JSON.readTree(text));
    }

    static String text(String file) {
        return read(() -> Files.readString(FOLDER.resolve(file)));
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<Path> in(String folder) {
        return read(
                () -> {
                    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
                        return files.filter(Files::isRegularFile).sorted().toList();
                    }
                });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
