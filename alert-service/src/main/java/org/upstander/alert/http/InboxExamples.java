package org.upstander.alert.http;

/** Examples of inboxes and of Web Push in the OpenAPI document. */
final class InboxExamples {

    static final String LIST =
            """
            {"items":[{"id":"dl_0f3b8c1d2e4a5b6c7d8e9f0a1b2c3d4e","contactId":"ct-3","at":"2026-11-24T12:00:01Z",
              "incidentId":"in_9c1b2f0a7d6e5c4b3a29180716253443","severity":3,
              "title":"Severity 3 of 4: personal attack on cm-07",
              "facts":[{"label":"Staff","value":"cm-07"},{"label":"What","value":"threat"},
                {"label":"Where","value":"forum"},{"label":"Posts / authors","value":"6 / 4"}],
              "incidentUrl":"https://alerts.example.org/v1/incidents/in_9c1b2f0a7d6e5c4b3a29180716253443"}],
             "next":null}""";

    static final String KEY =
            """
            {"publicKey":"BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"}""";

    private InboxExamples() {}
}
