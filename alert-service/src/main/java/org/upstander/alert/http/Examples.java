package org.upstander.alert.http;

/** Examples of the OpenAPI document. All people are invented. */
final class Examples {

    static final String STAFF =
            """
            {"displayName":"Dana Okafor","names":["Dana Okafor","Dana"],
             "handles":[{"platform":"forum","handle":"dana_cm"}],"roleTitles":["the head mod"],
             "pronouns":"she/her","timeZone":"Europe/Berlin","workingHours":"Mon-Fri 09:00-17:30","junior":false,"attackThreshold":0.35,
             "protected":[{"kind":"phone","value":"+1 202 555-0142"}],
             "escalation":{"contactId":"ct-3","policyId":"default"},
             "notice":{"channel":"email","address":"dana@example.org"}}""";

    static final String STAFF_SHOWN =
            """
            {"id":"cm-07","displayName":"Dana Okafor","names":["Dana Okafor","Dana"],
             "handles":[{"platform":"forum","handle":"dana_cm"}],"roleTitles":["the head mod"],
             "pronouns":"she/her","timeZone":"Europe/Berlin","workingHours":"Mon-Fri 09:00-17:30","junior":false,"attackThreshold":0.35,
             "protected":[{"kind":"phone","count":1}],
             "escalation":{"contactId":"ct-3","policyId":"default"},
             "notice":{"channel":"email","address":"dana@example.org"},"updatedAt":"2026-11-20T09:00:00Z"}""";

    static final String CONTACT =
            """
            {"displayName":"Lead","methods":[
              {"channel":"webhook","address":"https://hooks.example.org/on-call","verified":true},
              {"channel":"email","address":"lead@example.org","verified":true}],
             "timeZone":"Europe/Berlin","language":"de",
             "rules":[{"fromSeverity":3,"calls":[{"method":0},{"method":1,"after":"PT2M"}]}]}""";

    static final String CONTACT_SHOWN =
            """
            {"id":"ct-3","displayName":"Lead","methods":[
              {"channel":"webhook","address":"https://hooks.example.org/on-call","verified":true},
              {"channel":"email","address":"lead@example.org","verified":true}],
             "timeZone":"Europe/Berlin","language":"de",
             "rules":[{"fromSeverity":3,"calls":[{"method":0,"after":"PT0S"},{"method":1,"after":"PT2M"}]}],"updatedAt":"2026-11-20T09:00:00Z"}""";

    static final String POLICY =
            """
            {"displayName":"Default","steps":[
              {"afterSeconds":0,"targets":[{"staffContact":true}]},
              {"afterSeconds":300,"targets":[{"contactId":"ct-2"}]}],
             "repeat":2,"lastResort":{"contactId":"ct-9"},"groupIntervalSeconds":900,"acknowledgements":1,
             "acknowledgeExpires":{"1":null,"3":"PT30M"}}""";

    static final String POLICY_SHOWN =
            """
            {"id":"default","displayName":"Default","steps":[
              {"afterSeconds":0,"targets":[{"staffContact":true}]},
              {"afterSeconds":300,"targets":[{"contactId":"ct-2"}]}],
             "repeat":2,"roundPauseSeconds":900,"lastResort":{"contactId":"ct-9"},"groupWaitSeconds":0,
             "groupIntervalSeconds":900,"acknowledgements":1,"acknowledgeExpires":{"1":null,"3":"PT30M"},
             "updatedAt":"2026-11-20T09:00:00Z"}""";

    static final String TOKEN_WISH =
            """
            {"name":"Forum plugin","scopes":["posts:write"],"expiresAt":"2027-11-23T00:00:00Z"}""";

    static final String TOKEN_ISSUED =
            """
            {"id":"tk-3f9a0c2b7d41e685","name":"Forum plugin","scopes":["posts:write"],
             "createdAt":"2026-11-23T12:00:00Z","expiresAt":"2027-11-23T00:00:00Z",
             "token":"ups_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"}""";

    static final String TOKEN_SHOWN =
            """
            {"id":"tk-3f9a0c2b7d41e685","name":"Forum plugin","scopes":["posts:write"],
             "createdAt":"2026-11-23T12:00:00Z","expiresAt":"2027-11-23T00:00:00Z"}""";

    static final String REPUBLISHED =
            """
            {"staff":12,"tokens":3,"thresholds":1}""";

    static final String THRESHOLDS =
            """
            {"attack":0.55,"juniorAttack":0.35,"category":0.5,"severity":{"two":0.5,"three":0.6,"four":0.7},
             "shadow":{"attack":0.45,"juniorAttack":0.3,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5}}}""";

    static final String THRESHOLDS_SHOWN =
            """
            {"attack":0.55,"juniorAttack":0.35,"category":0.5,"severity":{"two":0.5,"three":0.6,"four":0.7},
             "shadow":{"attack":0.45,"juniorAttack":0.3,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5}},
             "updatedAt":"2026-11-26T09:00:00Z","updatedBy":"token:tk-4"}""";

    static final String IMPORT_JSON =
            """
            [{"id":"cm-07","displayName":"Dana Okafor","names":["Dana"],"escalation":{"contactId":"ct-3"}},
             {"id":"cm-08","displayName":"Sam Ruiz","handles":[{"platform":"forum","handle":"sam_cm"}]}]""";

    static final String IMPORT_CSV =
            """
            id,displayName,names,handles,roleTitles,pronouns,timeZone,workingHours,junior,contactId,policyId,noticeEmail,phone,email,street,handle,name
            cm-07,Dana Okafor,Dana Okafor;Dana,forum:dana_cm,the head mod,she/her,Europe/Berlin,Mon-Fri 09:00-17:30,false,ct-3,default,dana@example.org,+1 202 555-0142,,,,
            """;

    static final String IMPORTED =
            """
            {"created":1,"replaced":0,"refused":1,"items":[{"id":"cm-07","result":"created"},
             {"id":"cm-08","result":"refused","errors":[{"pointer":"/timeZone","detail":"is no time zone; use an IANA name such as Europe/Berlin"}]}]}""";

    static final String SILENCE =
            """
            {"matchers":{"staff":["cm-07"],"authors":["heath"],"severityUpTo":2},
             "startsAt":"2026-11-23T12:00:00Z","endsAt":"2026-11-24T12:00:00Z",
             "comment":"Banned; we read the rest tomorrow with her"}""";

    static final String SILENCE_SHOWN =
            """
            {"id":"si-1","matchers":{"staff":["cm-07"],"authors":["heath"],"sources":[],"categories":[],"severityUpTo":2},
             "startsAt":"2026-11-23T12:00:00Z","endsAt":"2026-11-24T12:00:00Z",
             "comment":"Banned; we read the rest tomorrow with her","includeThreats":false,
             "createdBy":"token:tk-4","updatedAt":"2026-11-23T11:59:00Z"}""";

    private Examples() {}
}
