package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What promtool says of the rules, the configuration, the tests and the panels' questions. */
class PromtoolTest {

    @TempDir Path directory;
    private Path prometheus;

    @BeforeEach
    void copy() throws Exception {
        Tools.find("promtool");
        prometheus = Tools.copyOfPrometheus(directory.resolve("prometheus"), "any");
    }

    @Test
    void theConfigurationAndItsRulesAreGood() throws Exception {
        promtool(
                List.of("check", "config", "--lint=all", "--lint-fatal"),
                List.of("prometheus.yml"));
        promtool(List.of("check", "rules", "--lint=all", "--lint-fatal"), files("rules"));
    }

    @Test
    void theRulesFireWhenTheyShould() throws Exception {
        promtool(List.of("test", "rules"), files("tests"));
    }

    /** Written as rules, so that the parser of Prometheus reads them. */
    @Test
    void whatPanelsAskIsPromQl() throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
        List<String> questions = MonitoringFiles.questions();
        for (int i = 0; i < questions.size(); i++) {
            rules.append("      - record: panel:%d\n        expr: |\n".formatted(i))
                    .append("          ")
                    .append(questions.get(i))
                    .append('\n');
        }
        Files.writeString(prometheus.resolve("panels.yaml"), rules);

        assertThat(promtool(List.of("check", "rules"), List.of("panels.yaml")))
                .contains(questions.size() + " rules found");
    }

    private String promtool(List<String> command, List<String> files) throws Exception {
        Tools.Run run =
                Tools.run(
                        prometheus,
                        "promtool",
                        Stream.concat(command.stream(), files.stream()).toList());
        assertThat(run.exit()).as(run.output()).isZero();
        return run.output();
    }

    private static List<String> files(String folder) {
        return MonitoringFiles.in("prometheus/" + folder).stream()
                .map(file -> folder + "/" + file.getFileName())
                .toList();
    }
}
