package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.monitoring.MonitoringFiles.Panel;

/** Grafana takes almost anything and shows nothing then; so what it needs is asked for here. */
class DashboardsTest {

    private static final int COLUMNS = 24;

    static List<Path> dashboards() {
        return MonitoringFiles.dashboards();
    }

    static List<Panel> panels() {
        return MonitoringFiles.panels();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardHasRowsAndItsDataSourceIsChosen(Path file) {
        JsonNode dashboard = MonitoringFiles.json(file);
        assertThat(dashboard.at("/schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.at("/uid").asText()).startsWith("upstander");
        assertThat(dashboard.at("/panels/0/type").asText()).isEqualTo("row");
        assertThat(MonitoringFiles.items(dashboard.at("/templating/list")))
                .anyMatch(variable -> variable.at("/type").asText().equals("datasource"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveAPlaceAndAnIdOfTheirOwn(Path file) {
        Set<Integer> ids = new HashSet<>();
        Map<List<Integer>, String> taken = new HashMap<>();
        for (JsonNode panel : MonitoringFiles.items(MonitoringFiles.json(file).at("/panels"))) {
            String title = panel.at("/title").asText();
            assertThat(ids.add(panel.at("/id").asInt())).as("id of %s", title).isTrue();
            JsonNode at = panel.at("/gridPos");
            assertThat(at.get("x").asInt() + at.get("w").asInt()).as(title).isBetween(1, COLUMNS);
            for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
                for (int y = at.get("y").asInt();
                        y < at.get("y").asInt() + at.get("h").asInt();
                        y++) {
                    assertThat(taken.put(List.of(x, y), title)).as("under %s", title).isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysWhatItShowsAndInWhat(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().at("/description").asText()).hasSizeGreaterThan(20).endsWith(".");
        assertThat(panel.json().at("/fieldConfig/defaults/unit").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelAsksTheDataSourceThatWasChosen(Panel panel) {
        JsonNode source = panel.json().at("/datasource");
        assertThat(source.at("/uid").asText()).isIn("${datasource}", "${infinity}");
        assertThat(panel.targets()).isNotEmpty();
        assertThat(panel.targets().stream().map(target -> target.at("/refId").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        for (JsonNode target : panel.targets()) {
            assertThat(target.at("/datasource")).isEqualTo(source);
            if (source.at("/type").asText().equals("prometheus")) {
                assertThat(PromQl.selectors(target.at("/expr").asText())).isNotEmpty();
            } else {
                assertAsksTheApi(target);
            }
        }
    }

    @Test
    void whatIsProvisionedIsWhatTheDashboardsChooseFrom() {
        JsonNode provisioned =
                MonitoringFiles.yaml(
                        MonitoringFiles.FOLDER.resolve(
                                "grafana/provisioning/datasources/upstander.yaml"));
        assertThat(MonitoringFiles.items(provisioned.at("/datasources")))
                .extracting(source -> source.at("/type").asText())
                .containsExactlyInAnyOrderElementsOf(
                        panels().stream()
                                .map(panel -> panel.json().at("/datasource/type").asText())
                                .distinct()
                                .toList());
    }

    /**
     * Whether it is answered, and has these columns, {@code StatisticsPanelsIT} asks the service.
     */
    private static void assertAsksTheApi(JsonNode target) {
        assertThat(target.at("/url").asText()).startsWith("/v1/stats/");
        assertThat(MonitoringFiles.items(target.at("/columns")))
                .isNotEmpty()
                .allMatch(column -> column.at("/type").asText().matches("timestamp|number|string"));
    }
}
