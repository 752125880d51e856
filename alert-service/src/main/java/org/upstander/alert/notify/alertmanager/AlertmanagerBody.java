package org.upstander.alert.notify.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * An alert for Alertmanager (api/v2/openapi.yaml, {@code postableAlerts}). The labels are its
 * identity, so nothing that grows stands in them; the same incident at the same severity is the
 * same alert, however often it is sent.
 */
final class AlertmanagerBody {

    /** Without an end Alertmanager takes its own, five minutes: too short for who is asleep. */
    private static final Duration FIRES_FOR = Duration.ofHours(1);

    private AlertmanagerBody() {}

    /**
     * @param at when this attempt is made
     */
    static String of(IncidentPage page, Instant at) {
        Briefing briefing = Briefing.of(page);
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        ObjectNode alert = alerts.addObject();
        alert.putObject("labels")
                .put("alertname", "PersonalAttack")
                .put("service", "upstander")
                .put("severity", severity(page.severity()))
                .put("target", Briefing.staff(page))
                .put("incident", StableId.of(page.incidentId()));
        alert.putObject("annotations")
                .put("summary", briefing.title())
                .put("description", briefing.lines())
                .put("acknowledge_url", page.acknowledgeUrl().toASCIIString());
        alert.put("startsAt", seconds(page.openedAt()))
                .put("endsAt", seconds(at.plus(FIRES_FOR)))
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
