package org.upstander.alert.http.inbound;

/** Examples of the OpenAPI document. All people are invented. */
final class CallExamples {

    static final String PAGERDUTY =
            """
            {"event":{"id":"01BKZ8Q2YV5T","event_type":"incident.acknowledged","resource_type":"incident",
             "occurred_at":"2026-11-23T12:16:00Z","agent":{"id":"PLH1HKV","summary":"Kim Lind","type":"user_reference"},
             "data":{"id":"PGR0VU2","type":"incident","incident_key":"in_3f9a0c2b7d41e6853f9a0c2b7d41e685","status":"acknowledged"}}}""";

    static final String OPSGENIE =
            """
            {"action":"Acknowledge","alert":{"alertId":"70413a06-38d6","alias":"in_3f9a0c2b7d41e6853f9a0c2b7d41e685",
             "username":"kim@example.org","updatedAt":1764000000000}}""";

    static final String SLACK =
            "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%2C%22username%22%3A%22kim%22%7D%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22ack%22%2C%22value%22%3A%22in_3f9a%22%2C%22action_ts%22%3A%221764000000.1%22%7D%5D%7D";

    static final String TEXT = "MessageSid=SM1&From=%2B12025550142&To=%2B12025550100&Body=12a";

    static final String STATUS = "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003";

    static final String KEYS = "CallSid=CA1&Digits=4";

    static final String CALL = "CallSid=CA1&CallStatus=no-answer";

    static final String TWIML = "<Response><Message>12 is acknowledged.</Message></Response>";

    static final String SAID = "<Response><Say>It is acknowledged.</Say></Response>";

    private CallExamples() {}
}
