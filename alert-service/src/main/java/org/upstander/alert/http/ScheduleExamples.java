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

    static final String COVERAGE =
            """
            {"from":"2026-11-23T12:00:00Z","to":"2026-12-07T12:00:00Z","staff":12,"items":[
              {"staffId":"cm-07","displayName":"Dana Okafor","policyId":"nights","gaps":[
                {"from":"2026-11-28T08:00:00Z","to":"2026-11-30T08:00:00Z",
                 "why":["nobody is on call in Night","the policy has no last resort"]}]}]}""";

    static final String ATTACK =
            """
            {"staffId":"cm-07","severity":3,"authors":[{"platform":"forum","handle":"sam_cm"}],"at":"2026-11-23T12:00:00Z"}""";

    static final String SIMULATION =
            """
            {"pages":[
              {"at":"2026-11-23T12:00:00Z","round":1,"step":1,"because":"An incident opened","calls":[],
               "timeline":[{"what":"not-paged","reason":"Step 1: Sam Ruiz is an author of the attack"}]},
              {"at":"2026-11-23T12:00:00Z","round":1,"step":2,"because":"The step before reached nobody",
               "calls":[{"contactId":"ct-2","channel":"email"}],
               "timeline":[{"what":"paged","reason":"Step 2: Lead is called by email"}]}]}""";

    private ScheduleExamples() {}
}
