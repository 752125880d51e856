package org.upstander.alert.http;

/** Examples of the OpenAPI document about calendars. */
final class CalendarExamples {

    static final String FEED =
            """
            {"url":"https://upstander.example.org/v1/calendars/bXkga2luZ2RvbSBmb3IgYSBob3JzZSwgYSBob3JzZSE.ics"}""";

    static final String CALENDAR =
            """
            BEGIN:VCALENDAR
            PRODID:-//Upstander//alert-service//EN
            VERSION:2.0
            BEGIN:VEVENT
            UID:0f8fad5b-d9cb-369f-a165-70867728950e@upstander
            DTSTAMP:20261123T000000Z
            SEQUENCE:217555200
            DTSTART:20261123T080000Z
            DTEND:20261130T080000Z
            SUMMARY:Sam Ruiz on call (Night)
            END:VEVENT
            END:VCALENDAR""";

    private CalendarExamples() {}
}
