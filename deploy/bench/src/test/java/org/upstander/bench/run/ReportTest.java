package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Figure RATIO =
            Figure.ratio("R1", "a / b", new Spread(0.4, 0.3, 0.5), 0.35);
    private static final Figure SLOW =
            new Figure("R6_p50", "page", new Spread(51, 40, 60), "ms", Figure.Target.atMost(50));

    @Test
    void jsonHoldsMedianEdgesAndUnitUnderTheKey() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Report.json("a machine", List.of(RATIO)));

        assertThat(json.at("/R1/median").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/R1/min").asDouble()).isEqualTo(0.3);
        assertThat(json.at("/R1/max").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/R1/unit").asText()).isEqualTo("ratio");
        assertThat(json.at("/R1/reached").asBoolean()).isTrue();
        assertThat(json.at("/machine").asText()).isEqualTo("a machine");
    }

    @Test
    void tableSaysWhatWasReachedAndWhatWasMissed() {
        String table = Report.table("a machine", List.of(RATIO, SLOW));

        assertThat(table.lines().filter(line -> line.startsWith("R1")))
                .singleElement()
                .asString()
                .contains(">= 0.350")
                .endsWith("reached");
        assertThat(table.lines().filter(line -> line.startsWith("R6_p50")))
                .singleElement()
                .asString()
                .contains("<= 50.0")
                .endsWith("MISSED");
    }
}
