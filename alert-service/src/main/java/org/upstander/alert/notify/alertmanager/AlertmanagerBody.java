package org.upstander.alert.notify.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.domain.AlertKey;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * An alert for Alertmanager (api/v2/openapi.yaml, {@code postableAlerts}). The labels are its
 * identity, so nothing that grows stands in them; the same incident at the same severity is the
 * same alert, however often it is sent, until it pages again after somebody took it: where that
 * alert still fires, nobody would hear of it.
 */
final class AlertmanagerBody {

    private AlertmanagerBody() {}

    /**
     * @param alertKey which alert of the incident
     * @param endsAt when it ends unless it is sent again; in the past where it is over
     */
    static String of(IncidentPage page, String alertKey, Instant endsAt) {
        Briefing briefing = Briefing.of(page);
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        ObjectNode alert = alerts.addObject();
        ObjectNode labels = alert.putObject("labels");
        labels.put("alertname", "PersonalAttack")
                .put("service", "upstander")
                .put("severity", severity(page.severity()))
                .put("target", Briefing.staff(page))
                .put("incident", StableId.of(page.incidentId()));
        int run = AlertKey.of(alertKey).run();
        if (run > 0) {
            labels.put("run", Integer.toString(run));
        }
        alert.putObject("annotations")
                .put("summary", briefing.title())
                .put("description", briefing.lines())
                .put("acknowledge_url", page.acknowledgeUrl().toASCIIString());
        alert.put("startsAt", seconds(page.openedAt()))
                .put("endsAt", seconds(endsAt.isBefore(page.openedAt()) ? page.openedAt() : endsAt))
                .put("generatorURL", page.incidentUrl().toASCIIString());
        return alerts.toString();
    }

    private static String severity(int severity) {
        return switch (severity) {
            case 3, 4 -> "critical";
            case 2 -> "warning";
            default -> "info";
        };
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
