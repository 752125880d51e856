package org.upstander.alert.http;

/** Examples of the OpenAPI document about schedules. */
final class ScheduleExamples {

    static final String WISH =
            """
            {"displayName":"Night","timeZone":"Europe/Berlin",
             "layers":[{"every":"week","length":1,"start":"2026-01-05T09:00","contacts":["ct-1","ct-2"]},
              {"every":"week","start":"2026-01-05T09:00","contacts":["ct-4"],
               "hours":[{"days":["sat","sun"],"from":"22:00","to":"06:00"}]}],
             "overrides":[{"kind":"replace","contactId":"ct-3","from":"2026-12-24T00:00:00Z","to":"2026-12-27T00:00:00Z"}]}""";

    static final String SHOWN =
            """
            {"id":"sc-1","displayName":"Night","timeZone":"Europe/Berlin",
             "layers":[{"every":"week","length":1,"start":"2026-01-05T09:00","contacts":["ct-1","ct-2"]},
              {"every":"week","length":1,"start":"2026-01-05T09:00","contacts":["ct-4"],
               "hours":[{"days":["sat","sun"],"from":"22:00","to":"06:00"}]}],
             "overrides":[{"kind":"replace","contactId":"ct-3","from":"2026-12-24T00:00:00Z","to":"2026-12-27T00:00:00Z"}],
             "temporary":[],"updatedAt":"2026-11-20T09:00:00Z"}""";

    static final String ON_CALL =
            """
            {"contacts":["ct-2"]}""";

    static final String SHIFTS =
            """
            {"items":[{"contactId":"ct-2","from":"2026-11-23T08:00:00Z","to":"2026-11-30T08:00:00Z"},
              {"contactId":"ct-1","from":"2026-11-30T08:00:00Z","to":"2026-12-07T08:00:00Z"}],"gaps":[]}""";

    private ScheduleExamples() {}
}
