package org.upstander.alert.notify.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** Teams: every text is a TextRun, which reads no markdown. */
class HostileTeamsTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return TeamsBody.of(delivery);
    }

    @Override
    protected List<String> constants() {
        return List.of(
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "application/vnd.microsoft.card.adaptive",
                "Action.OpenUrl");
    }

    @Override
    protected int maxBytes() {
        return 20_000;
    }

    @Override
    protected void check(JsonNode body) {
        JsonNode card = body.path("attachments").get(0).path("content");
        card.path("body")
                .forEach(
                        block -> {
                            assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
                            block.path("inlines")
                                    .forEach(
                                            run ->
                                                    assertThat(run.path("type").asText())
                                                            .isEqualTo("TextRun"));
                        });
        assertThat(card.path("actions")).hasSize(2);
    }
}
