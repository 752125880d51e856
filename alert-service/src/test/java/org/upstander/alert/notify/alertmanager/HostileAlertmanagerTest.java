package org.upstander.alert.notify.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.notify.HostileTextTestBase;

/** Alertmanager: labels are our words and ids. */
class HostileAlertmanagerTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return AlertmanagerBody.of(
                (IncidentPage) delivery.message(), delivery.alertKey(), Instant.EPOCH);
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
        body.get(0)
                .path("labels")
                .forEach(label -> assertThat(label.asText()).matches("[A-Za-z0-9._\\[\\]-]{1,80}"));
    }
}
