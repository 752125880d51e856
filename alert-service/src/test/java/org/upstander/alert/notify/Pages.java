package org.upstander.alert.notify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message.IncidentPage;

/** Pages to send; every text from outside may be replaced. */
public final class Pages {

    public static final String ACKNOWLEDGE = "https://alerts.example.org/a/eyJpIjoiaW5jLTEifQ_x-y";
    public static final String INCIDENT = "https://alerts.example.org/incidents/inc-1";

    private Pages() {}

    /** What a text from outside may be. */
    public enum Field {
        INCIDENT_ID,
        STAFF_ID,
        STAFF_NAME,
        CATEGORY,
        SOURCE,
        REASON
    }

    public static IncidentPage page() {
        return with(null, "");
    }

    /**
     * @param field whose text is {@code text}; null for none
     */
    public static IncidentPage with(Field field, String text) {
        return new IncidentPage(
                field == Field.INCIDENT_ID ? text : "inc-1",
                field == Field.STAFF_ID ? text : "cm-07",
                field == Field.STAFF_NAME ? text : "Dana Okafor",
                3,
                List.of(field == Field.CATEGORY ? text : "threat"),
                List.of(),
                List.of(field == Field.SOURCE ? text : "forum"),
                6,
                4,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                field == Field.REASON ? text : "first step of the policy",
                URI.create(INCIDENT),
                URI.create(ACKNOWLEDGE),
                "en");
    }

    /** The same in another language. */
    public static IncidentPage in(String locale, IncidentPage page) {
        return new IncidentPage(
                page.incidentId(),
                page.staffId(),
                page.staffName(),
                page.severity(),
                page.categories(),
                page.patterns(),
                page.sources(),
                page.postCount(),
                page.authorCount(),
                page.openedAt(),
                page.step(),
                page.reason(),
                page.incidentUrl(),
                page.acknowledgeUrl(),
                locale);
    }

    public static Delivery delivery(IncidentPage page) {
        return Deliveries.of("dlv_1", 1, "https://receiver.example.org/", page);
    }
}
