package org.upstander.scoring.http;

/** Examples of the OpenAPI document. All people are invented. */
final class Examples {
    static final String PROBLEM_JSON = "application/problem+json";

    static final String REQUEST =
            """
            {"posts":[{"source":"forum","externalId":"25862","author":{"id":"8","handle":"heath"},
             "thread":{"id":"4946","title":"Judging round 2"},"replyTo":{"externalId":"25860","author":{"handle":"dana_cm"}},
             "text":"You only got this job because you flirt with the sponsors, you spiteful little fraud.",
             "createdAt":"2026-11-23T12:00:00Z"}]}""";

    static final String ATTRIBUTE_SCORES =
            """
            {"TOXICITY":{"summaryScore":{"value":0.9,"type":"PROBABILITY"}}}""";

    static final String RESPONSE =
            """
            {"model":"2026.11-6","results":[{"externalId":"25862","spam":false,"language":"en","assessments":[
             {"staffId":"cm-07","verdict":"attack","severity":2,"score":0.94,
              "categories":[{"name":"insult","score":0.91}],
              "binding":{"how":"reply","text":"You","start":0,"end":3},
              "evidence":[{"start":59,"end":84,"category":"insult","weight":0.7}]}]}]}""";

    static final String MODEL =
            """
            {"model":"2026.11-6","trained":"2026-11-28",
             "figures":[{"measured":"StaffCheck dev, 257 cases","precision":0.96,"recall":0.98,"f1":0.97,"pairs":0.90}],
             "thresholds":{"attack":0.6,"juniorAttack":0.4,"spam":0.75,"category":0.5,"severity2":0.5,"severity3":0.5,"severity4":0.5},
             "shadow":null}""";

    static final String INVALID =
            """
            {"status":400,"title":"The request cannot be scored as it is",
             "detail":"posts[3].text is missing: send text, or html, or \\"deleted\\": true",
             "instance":"/v1/score",
             "errors":[{"field":"posts[3].text","detail":"is missing: send text, or html, or \\"deleted\\": true"}]}""";

    static final String NO_TOKEN =
            """
            {"status":401,"title":"Unauthorized",
             "detail":"Send Authorization: Bearer <token> with a token that is known here, not expired and not revoked. Tokens are made by POST /v1/tokens on alert-service."}""";

    static final String NO_SCOPE =
            """
            {"status":403,"title":"Forbidden","detail":"The token lacks the scope score","instance":"/v1/score"}""";

    static final String NOT_JSON =
            """
            {"status":415,"title":"Unsupported Media Type",
             "detail":"HTTP 415 Unsupported Media Type","instance":"/v1/score"}""";

    static final String FAILED =
            """
            {"status":500,"title":"Scoring failed",
             "detail":"posts[3] could not be scored, which is a fault of ours: leave it out, and report what the log says",
             "instance":"/v1/score","errors":[{"field":"posts[3]","detail":"could not be scored"}]}""";

    static final String TOO_LARGE =
            """
            {"status":413,"title":"The body is too large",
             "detail":"The body is limited to 10485760 bytes: send fewer posts at a time",
             "instance":"/v1/score","limit":10485760}""";

    static final String NOT_YET =
            """
            {"status":503,"title":"The roster is still being read",
             "detail":"Nobody could be recognised yet: try again in a second, or wait until /q/health/ready is UP",
             "instance":"/v1/score"}""";

    private Examples() {}
}
