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

    static final String HANDED_IN =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:weekend-1
            DTSTART;TZID=Europe/Berlin:20261128T090000
            DTEND;TZID=Europe/Berlin:20261128T210000
            RRULE:FREQ=WEEKLY;BYDAY=SA,SU
            ATTENDEE:mailto:sam@example.org
            END:VEVENT
            END:VCALENDAR""";

    static final String IMPORTED =
            """
            {"events":1,"shifts":2,"schedule":{"id":"sc-1","displayName":"Night","timeZone":"Europe/Berlin","layers":[],
             "overrides":[],"temporary":[{"from":"2026-11-28T08:00:00Z","to":"2026-11-29T20:00:00Z","shifts":[
              {"contactId":"ct-2","from":"2026-11-28T08:00:00Z","to":"2026-11-28T20:00:00Z"},
              {"contactId":"ct-2","from":"2026-11-29T08:00:00Z","to":"2026-11-29T20:00:00Z"}]}],
             "updatedAt":"2026-11-20T09:00:00Z"}}""";

    private CalendarExamples() {}
}
