package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.monitoring.MonitoringFiles.Rule;
import org.upstander.monitoring.PromQl.LabelMatcher;
import org.upstander.monitoring.PromQl.Selector;
import org.upstander.standalone.Service;

/** Rules, their tests and dashboards name what the running services expose, and nothing else. */
class ExposedMetricsIT {

    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    /** Their values appear one by one, each with its first time, so not all can be seen here. */
    private static final Set<String> GROWING =
            Set.of("upstander_ingest_polls_total", "upstander_ingest_deliveries_total");

    private static final String VALUE = "/data/result/0/value/1";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path directory;
    private static final Exposition EXPOSED = new Exposition();
    private static WatchedSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = new WatchedSystem(directory.resolve("system"));
        for (Service service : Service.values()) {
            EXPOSED.add(service.module(), system.metrics(service));
        }
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void everyMetricIsExposed() {
        Set<String> known = new HashSet<>(EXPOSED.names());
        known.addAll(OF_PROMETHEUS);
        MonitoringFiles.rules().forEach(rule -> known.add(rule.name()));

        assertThat(selectors()).hasSizeGreaterThan(100);
        assertThat(Stream.concat(selectors(), series()).map(Selector::metric))
                .filteredOn(metric -> !known.contains(metric))
                .isEmpty();
    }

    @Test
    void everyLabelIsThereAndEveryValueIsOneThatComes() {
        Set<String> wrong = new TreeSet<>();
        selectors()
                .filter(selector -> EXPOSED.names().contains(selector.metric()))
                .forEach(
                        selector ->
                                selector.matchers().stream()
                                        .filter(matcher -> !fits(selector.metric(), matcher))
                                        .forEach(
                                                matcher -> wrong.add(selector.metric() + matcher)));
        assertThat(wrong).isEmpty();
    }

    /** Else a rule would be tested on what never comes. */
    @Test
    void theTestsAreOfSeriesAsTheyAreExposed() {
        series().filter(one -> EXPOSED.names().contains(one.metric()))
                .forEach(
                        one ->
                                assertThat(EXPOSED.labels(one.metric()))
                                        .as(one.metric())
                                        .containsAll(
                                                one.matchers().stream()
                                                        .map(LabelMatcher::label)
                                                        .toList()));
    }

    @Test
    void prometheusScrapesAllThreeAndEvaluatesEveryRuleAndPanel() throws Exception {
        Path folder = Tools.copyOfPrometheus(directory.resolve("prometheus"), system.token());
        Files.writeString(folder.resolve("prometheus.yml"), onOurPorts());

        try (PrometheusProcess prometheus = PrometheusProcess.start(folder)) {
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertAllUp(prometheus.targets()));
            await().atMost(SOON).untilAsserted(() -> assertAllWell(prometheus.groups()));

            for (String question : MonitoringFiles.questions()) {
                assertThat(prometheus.ask(question).at("/status").asText())
                        .as(question)
                        .isEqualTo("success");
            }
            assertThat(prometheus.ask("sum(upstander_scoring_ready)").at(VALUE).asText())
                    .isEqualTo("1");
            // Of a system that has just started only that which was done to it.
            assertThat(firing(prometheus))
                    .isSubsetOf("UpstanderDeadLetters", "UpstanderSourceNoticeUnheard");
        }
    }

    private static void assertAllUp(List<JsonNode> targets) {
        assertThat(targets)
                .extracting(target -> target.at("/labels/job").asText())
                .containsExactlyInAnyOrder("ingest-service", "scoring-service", "alert-service");
        assertThat(targets).allMatch(target -> target.at("/health").asText().equals("up"));
    }

    private static void assertAllWell(List<JsonNode> groups) {
        List<JsonNode> rules =
                groups.stream()
                        .flatMap(group -> MonitoringFiles.items(group.at("/rules")).stream())
                        .toList();
        assertThat(rules).hasSameSizeAs(MonitoringFiles.rules());
        assertThat(rules)
                .allSatisfy(
                        rule ->
                                assertThat(rule.at("/health").asText())
                                        .as(rule.toString())
                                        .isEqualTo("ok"));
    }

    private static List<String> firing(PrometheusProcess prometheus) throws Exception {
        return MonitoringFiles.items(
                        prometheus.ask("ALERTS{alertstate=\"firing\"}").at("/data/result"))
                .stream()
                .map(alert -> alert.at("/metric/alertname").asText())
                .toList();
    }

    private static String onOurPorts() {
        String config = MonitoringFiles.text("prometheus/prometheus.yml");
        Map<Service, Integer> documented =
                Map.of(Service.INGEST, 8081, Service.SCORING, 8082, Service.ALERT, 8083);
        for (Service service : Service.values()) {
            String target = "localhost:" + documented.get(service);
            assertThat(config).contains(target);
            config = config.replace(target, "127.0.0.1:" + system.port(service));
        }
        return config.replace("interval: 15s", "interval: 1s");
    }

    private static boolean fits(String metric, LabelMatcher matcher) {
        if (matcher.value().isEmpty()) {
            return true;
        }
        Set<String> values = EXPOSED.values(metric, matcher.label());
        if (GROWING.contains(metric) && !matcher.label().equals("job")) {
            return !values.isEmpty();
        }
        return matcher.words().isEmpty()
                ? values.stream().anyMatch(value -> value.matches(matcher.value()))
                : values.containsAll(matcher.words());
    }

    private static Stream<Selector> selectors() {
        return Stream.concat(
                        MonitoringFiles.rules().stream().map(Rule::expr),
                        MonitoringFiles.questions().stream())
                .flatMap(expression -> PromQl.selectors(expression).stream());
    }

    private static Stream<Selector> series() {
        return MonitoringFiles.tests().stream()
                .flatMap(test -> MonitoringFiles.items(test.at("/input_series")).stream())
                .flatMap(input -> PromQl.selectors(input.at("/series").asText()).stream());
    }
}
