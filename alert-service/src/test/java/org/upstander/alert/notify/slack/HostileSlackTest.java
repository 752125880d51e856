package org.upstander.alert.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** Slack: no markup is read, and the limits of Block Kit hold. */
class HostileSlackTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return SlackBody.of(delivery, false);
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
        assertThat(body.path("mrkdwn").asBoolean(true)).isFalse();
        assertThat(body.path("link_names").asBoolean(true)).isFalse();
        assertThat(body.path("blocks").get(0).path("text").path("text").asText())
                .hasSizeBetween(1, 150);
        body.findValues("fields")
                .forEach(
                        fields ->
                                fields.forEach(
                                        field ->
                                                assertThat(field.path("text").asText())
                                                        .hasSizeBetween(1, 2_000)));
        body.findValues("text").stream()
                .filter(JsonNode::isObject)
                .forEach(text -> assertThat(text.path("type").asText()).isEqualTo("plain_text"));
        assertThat(body.toString()).doesNotContain("\"type\":\"mrkdwn\"");
    }
}
