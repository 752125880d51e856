package org.upstander.alert.notify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.HostileTextTestBase;

/** The inbox: what is kept of a message, one line a fact. */
class HostileInboxTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("title", briefing.title());
        InboxNotifier.facts(briefing)
                .forEach(
                        fact ->
                                kept.withArray("facts")
                                        .addObject()
                                        .put("label", fact.label())
                                        .put("value", fact.value()));
        return kept.toString();
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
        assertThat(body.path("facts")).hasSize(7);
        strings(body).forEach(value -> assertThat(value).isNotBlank().doesNotContain("\n"));
    }
}
