package org.upstander.alert.http;

/** What maintenance and event modes look like, for the OpenAPI document. */
final class HoldExamples {

    static final String MAINTENANCE =
            """
            {"matchers":{"sources":["forum"]},"pageFromSeverity":3,
             "startsAt":"2026-11-23T20:00:00Z","endsAt":"2026-11-23T23:00:00Z",
             "comment":"The forum moves; old posts come again"}""";

    static final String MAINTENANCE_SHOWN =
            """
            {"id":"mw-1","matchers":{"staff":[],"authors":[],"sources":["forum"],"categories":[]},"pageFromSeverity":3,
             "startsAt":"2026-11-23T20:00:00Z","endsAt":"2026-11-23T23:00:00Z",
             "comment":"The forum moves; old posts come again","createdBy":"token:tk-4",
             "updatedAt":"2026-11-23T19:00:00Z"}""";

    static final String EVENT_MODE =
            """
            {"kind":"competition","staff":["cm-07"],"sources":["forum"],
             "startsAt":"2026-11-27T18:00:00Z","endsAt":"2026-11-30T18:00:00Z",
             "comment":"Winners of the prize are announced"}""";

    static final String EVENT_MODE_SHOWN =
            """
            {"id":"ev-1","kind":"competition","staff":["cm-07"],"sources":["forum"],
             "startsAt":"2026-11-27T18:00:00Z","endsAt":"2026-11-30T18:00:00Z",
             "comment":"Winners of the prize are announced","createdBy":"token:tk-4",
             "updatedAt":"2026-11-26T09:00:00Z"}""";

    static final String EVENT_MODE_REPORT =
            """
            {"held":41,"raised":2,"latest":[
              {"assessmentId":"as_77","staffId":"cm-07","effect":"raised","at":"2026-11-27T18:41:07Z",
               "reason":"Event mode ev-1 (competition): what leads to a person weighs one severity more, 3 instead of 2"},
              {"assessmentId":"as_76","staffId":"cm-07","effect":"held","at":"2026-11-27T18:40:52Z",
               "reason":"Event mode ev-1 (competition): severity 1 opens an incident from a probability of 0.80 on, this has 0.62"}]}""";

    private HoldExamples() {}
}
