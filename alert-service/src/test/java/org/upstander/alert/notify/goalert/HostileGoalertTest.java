package org.upstander.alert.notify.goalert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** GoAlert: details are markdown, so values are code; the limits hold. */
class HostileGoalertTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return GoalertBody.of(delivery);
    }

    @Override
    protected List<String> constants() {
        return List.of();
    }

    @Override
    protected int maxBytes() {
        return 12_000;
    }

    @Override
    protected void check(JsonNode body) {
        assertThat(body.path("summary").asText()).hasSizeBetween(1, 1_024);
        String details = body.path("details").asText();
        assertThat(details).hasSizeLessThan(6_144);
        assertThat(details.split("\n\n"))
                .hasSize(9)
                .allMatch(
                        line ->
                                line.matches(
                                        "[A-Z][A-Za-z /]+: `[^`\\n]+`|\\[[A-Z][a-z ]+]\\(https://[^)]+\\)"));
    }
}
