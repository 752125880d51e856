package org.upstander.alert.notify.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** ntfy: plain text, small enough to stay a message, one line a fact. */
class HostileNtfyTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return NtfyBody.of(delivery, "oncall");
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
        assertThat(body.path("markdown").asBoolean(true)).isFalse();
        String message = body.path("message").asText();
        assertThat(message.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(4_096);
        assertThat(message.lines()).hasSize(7);
        assertThat(body.path("actions")).hasSize(2);
    }
}
