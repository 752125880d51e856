package org.upstander.alert.notify.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** Mattermost: values are code, and mentions are off. */
class HostileMattermostTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return MattermostBody.of(delivery);
    }

    @Override
    protected List<String> constants() {
        return List.of();
    }

    @Override
    protected int maxBytes() {
        return 16_000;
    }

    @Override
    protected void check(JsonNode body) {
        assertThat(body.path("props").path("mentionHighlightDisabled").asBoolean()).isTrue();
        body.path("attachments")
                .get(0)
                .path("fields")
                .forEach(field -> assertThat(field.path("value").asText()).matches("`[^`\\n]+`"));
    }
}
