package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.monitoring.MonitoringFiles.Rule;

/** Whoever is called by an alert knows what it means, how bad it is and what to do. */
class RulesTest {

    private static final Pattern NAME_IN_README =
            Pattern.compile("<a id=\"([a-z]+)\"></a>(Upstander\\w+) \\|");
    private static final Pattern NAME = Pattern.compile("Upstander\\w+");

    static List<Rule> alerts() {
        return MonitoringFiles.alerts();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSaysWhatIsSoAndHowBad(Rule alert) {
        assertThat(alert.name()).matches("Upstander[A-Z]\\w+");
        assertThat(alert.severity()).isIn("critical", "warning", "info");
        assertThat(alert.annotation("summary")).hasSizeBetween(10, 80).endsWith(".");
        assertThat(alert.annotation("description")).endsWith(".");
        boolean isOrIsNot = alert.expr().contains("up{");
        assertThat(alert.annotation("description").contains("$value")).isNotEqualTo(isOrIsNot);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void itsRunbookIsThere(Rule alert) {
        String anchor = alert.name().toLowerCase(Locale.ROOT);
        assertThat(alert.annotation("runbook_url"))
                .isEqualTo("deploy/monitoring/README.md#" + anchor);
        assertThat(MonitoringFiles.text("README.md"))
                .contains("| <a id=\"%s\"></a>%s | ".formatted(anchor, alert.name()));
    }

    /** One that fires is not enough: what never keeps still would pass. */
    @ParameterizedTest
    @MethodSource("alerts")
    void aTestSeesItFireAndSeesItKeepStill(Rule alert) {
        List<JsonNode> looks =
                MonitoringFiles.tests().stream()
                        .filter(test -> test.at("/name").asText().startsWith(alert.name() + ", "))
                        .flatMap(
                                test ->
                                        MonitoringFiles.items(test.at("/promql_expr_test"))
                                                .stream())
                        .filter(look -> look.at("/expr").asText().contains(alert.name()))
                        .toList();
        boolean told =
                MonitoringFiles.tests().stream()
                        .flatMap(
                                test -> MonitoringFiles.items(test.at("/alert_rule_test")).stream())
                        .anyMatch(look -> look.at("/alertname").asText().equals(alert.name()));

        assertThat(told || looks.stream().anyMatch(look -> !look.at("/exp_samples").isEmpty()))
                .as("fires")
                .isTrue();
        assertThat(looks).anyMatch(look -> look.at("/exp_samples").isEmpty());
    }

    @Test
    void namesAreTakenOnce() {
        assertThat(MonitoringFiles.rules().stream().map(Rule::name)).doesNotHaveDuplicates();
    }

    @Test
    void noOtherFileNamesAnAlertThatIsNone() {
        List<String> known = alerts().stream().map(Rule::name).toList();
        assertThat(names(MonitoringFiles.text("alertmanager/alertmanager.yml"), NAME, 0))
                .isNotEmpty()
                .isSubsetOf(known);
        assertThat(names(MonitoringFiles.text("README.md"), NAME_IN_README, 2))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static List<String> names(String text, Pattern pattern, int group) {
        return pattern.matcher(text).results().map((MatchResult one) -> one.group(group)).toList();
    }
}
