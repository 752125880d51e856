package org.upstander.alert.notify.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** Discord: nobody is mentioned, values are code, and the limits of an embed hold. */
class HostileDiscordTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return DiscordBody.of(delivery);
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
        assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
        assertThat(body.path("allowed_mentions").path("parse")).isEmpty();
        JsonNode embed = body.path("embeds").get(0);
        assertThat(embed.path("title").asText()).hasSizeBetween(1, 256);
        embed.path("fields")
                .forEach(
                        field ->
                                assertThat(field.path("value").asText())
                                        .matches("`[^`\\n]+`")
                                        .hasSizeLessThan(1_024));
        assertThat(strings(embed).stream().mapToInt(String::length).sum()).isLessThan(6_000);
    }
}
