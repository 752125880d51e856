package org.upstander.alert.http;

/** Examples of what readers get. All people and posts are invented. */
final class ReadExamples {

    private static final String INCIDENT_FIELDS =
            """
            "id":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","staffId":"cm-07","state":"acknowledged","severity":2,
             "categories":["insult"],"patterns":[],"authors":[{"id":"8","handle":"heath"}],"sources":["forum"],
             "postCount":2,"authorCount":1,"amplifications":3,"openedAt":"2026-11-23T12:00:01Z","lastActivityAt":"2026-11-23T12:04:10Z",
             "acknowledged":{"at":"2026-11-23T12:06:00Z","by":"Lea"},
             "acknowledgements":[{"at":"2026-11-23T12:06:00Z","by":"Lea","kind":"called"}],
             "handling":{"assignedTo":"Lea","related":[],"comments":[{"at":"2026-11-23T12:30:00Z","by":"Lea","text":"She takes the afternoon off."}]},
             "timeline":[{"at":"2026-11-23T12:00:01Z","what":"opened","reason":"First attack by this author."},
              {"at":"2026-11-23T12:06:00Z","what":"acknowledged","reason":"Acknowledged by Lea (token:tk-3f9a0c2b7d41e685)."}]""";

    static final String INCIDENT = "{" + INCIDENT_FIELDS + "}";

    static final String INCIDENTS = "{\"items\":[{" + INCIDENT_FIELDS + "}],\"next\":null}";

    static final String ORIGINAL =
            "{\"source\":\"forum\",\"externalId\":\"25862\",\"author\":\"heath\",\"text\":\"…\"}";

    static final String DETAIL =
            "{"
                    + INCIDENT_FIELDS
                    + """
                    ,"evidence":[{"assessmentId":"9b1d…","postId":"4c7e…","revision":"1f2a…","source":"forum","externalId":"25862",
                     "author":{"id":"8","handle":"heath","displayName":"Heath","bot":true},"thread":{"id":"4946","title":"Judging round 2"},
                     "url":"https://forum.example.org/t/4946/25862","postedAt":"2026-11-23T12:00:00Z","severity":2,"categories":["insult"],
                     "spans":[{"start":8,"end":24,"category":"insult","weight":0.7}],"text":"Dana is a spineless cheat."}],
                    "pages":[{"id":"pg_…","run":1,"round":1,"step":1,"state":"fired","dueAt":"2026-11-23T12:00:01Z","firedAt":"2026-11-23T12:00:01Z",
                     "reason":"Step 1 of the policy Default.","deliveries":[{"id":"dl_…","contactId":"ct-3","channel":"webhook",
                     "state":"delivered","attempts":1,"deliveredAt":"2026-11-23T12:00:02Z"}]}],
                    "evidenceReads":[{"at":"2026-11-23T12:05:00Z","by":"token:tk-3f9a0c2b7d41e685","why":"I call her now"}]}""";

    static final String ACKNOWLEDGE =
            """
            {"by":"Lea","kind":"called","comment":"I spoke with her."}""";

    static final String RESOLVE =
            """
            {"by":"Lea","kind":"confirmed","comment":"Author removed from the forum."}""";

    static final String ESCALATE =
            """
            {"by":"Lea","comment":"I am on a train."}""";

    static final String ESCALATED =
            "{"
                    + INCIDENT_FIELDS
                    + """
                    ,"escalation":{"outcome":"waiting","called":[],"reason":"Lea acknowledged it: nobody is called unless it gets worse"}}""";

    static final String ASSESSMENTS =
            """
            {"items":[{"id":"9b1d…","postId":"4c7e…","revision":"1f2a…","staffId":"cm-07","source":"forum","externalId":"25862",
              "author":{"id":"8","handle":"heath"},"threadId":"4946","url":"https://forum.example.org/t/4946/25862",
              "postedAt":"2026-11-23T12:00:00Z","assessedAt":"2026-11-23T12:00:00.3Z","verdict":"attack","severity":2,"score":0.94,
              "categories":["insult"],"binding":"name","spam":false,"language":"en","model":"2026.11-2",
              "incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","shadow":"neutral"}],"next":null}""";

    static final String NOTIFICATIONS =
            """
            {"items":[{"id":"17","deliveryId":"dl_…","incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","kind":"page","contactId":"ct-3",
              "channel":"webhook","step":1,"attempt":1,"at":"2026-11-23T12:00:02Z","tookMillis":38,"outcome":"delivered"}],"next":null}""";

    static final String SUMMARY =
            """
            {"at":"2026-11-23T12:30:00Z",
             "incidents":{"byState":{"open":1,"acknowledged":1,"resolved":12},"openBySeverity":{"1":0,"2":2,"3":0,"4":0},
              "oldestOpenAt":"2026-11-23T12:20:00Z"},
             "last24Hours":{"assessments":{"attack":3,"criticism":21,"neutral":140,"supportive":60},"spam":4,"supportivePerAttack":20.0,
              "incidentsOpened":2,"pagesFired":2,"deliveries":{"pending":0,"sending":0,"retry":0,"delivered":2,"failed":0,"cancelled":0}},
             "last7Days":{"assessments":{"attack":9,"criticism":130,"neutral":900,"supportive":410},"spam":31,"supportivePerAttack":45.6,
              "incidentsOpened":5,"pagesFired":6,"deliveries":{"pending":0,"sending":0,"retry":0,"delivered":6,"failed":1,"cancelled":0}}}""";

    static final String EVENT =
            """
            event: incident
            id: 7411-93
            data: {"incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","staffId":"cm-07","state":"open","severity":2,"at":"2026-11-23T12:00:01Z","what":"opened","reason":"First attack by this author."}
            """;

    static final String INCIDENTS_CSV =
            """
            id,staffId,state,severity,categories,patterns,sources,authors,postCount,authorCount,openedAt,lastActivityAt
            in_5d0c9a31e7f84b26a1c3d5e7f9012345,cm-07,open,2,insult,,forum,heath,2,1,2026-11-23T12:00:01Z,2026-11-23T12:04:10Z
            """;

    static final String ASSESSMENTS_CSV =
            """
            id,staffId,source,externalId,authorId,authorHandle,threadId,url,postedAt,verdict,severity,score,categories,binding,spam,language,model,incidentId,shadow
            9b1d…,cm-07,forum,25862,8,heath,4946,https://forum.example.org/t/4946/25862,2026-11-23T12:00:00Z,attack,2,0.94,insult,name,false,en,2026.11-2,in_5d0c9a31e7f84b26a1c3d5e7f9012345,neutral
            """;

    static final String NOTIFICATIONS_CSV =
            """
            id,deliveryId,incidentId,kind,contactId,channel,step,attempt,at,tookMillis,outcome,failure,receipt
            17,dl_…,in_5d0c9a31e7f84b26a1c3d5e7f9012345,page,ct-3,webhook,1,1,2026-11-23T12:00:02Z,38,delivered,,HTTP 204
            """;

    static final String PAGE =
            """
            <h1>Acknowledge this incident?</h1> …
            <form method="post"><button type="submit">I am taking care</button></form>
            """;

    static final String PAGE_AFTER =
            """
            <h1>Acknowledged</h1>
            <p>Acknowledged by ct-3. Nobody else is called.</p> …
            """;

    private ReadExamples() {}
}
