package org.upstander.alert.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.upstander.alert.application.Delivery;

/** Slack with buttons that act: what they say and hold stays within the limits of Block Kit. */
class HostileSlackButtonsTest extends HostileSlackTest {

    @Override
    protected String compose(Delivery delivery) {
        return SlackBody.of(delivery, true);
    }

    @Override
    protected void check(JsonNode body) {
        super.check(body);
        JsonNode elements = body.path("blocks").get(2).path("elements");
        assertThat(elements).hasSizeBetween(1, 25);
        assertThat(elements.findValuesAsText("action_id")).doesNotHaveDuplicates();
        elements.forEach(
                button -> {
                    assertThat(button.path("text").path("text").asText()).hasSizeBetween(1, 75);
                    assertThat(button.path("value").asText()).matches("[A-Za-z0-9_-]{0,64}");
                    assertThat(button.path("url").asText()).hasSizeLessThan(3_000);
                });
    }
}
