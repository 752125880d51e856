package org.upstander.alert.http;

/** Examples of what the attacked person is told. All people and posts are invented. */
final class ShieldExamples {

    private static final String BEGINNING =
            """
            {"staffId":"cm-07","at":"2026-11-23T12:30:00Z","state":"acknowledged","since":"2026-11-23T12:00:01Z","handledBy":["Lea"],
             "now":{"incidents":1,"posts":2,"authors":1},"last30Days":{"incidents":3,"posts":7,"authors":4},
             "items":[{"incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","state":"acknowledged","since":"2026-11-23T12:00:01Z",
              "lastActivityAt":"2026-11-23T12:04:10Z","posts":2,"authors":1,
              "handledBy":[{"by":"Lea","at":"2026-11-23T12:06:00Z","kind":"called"}]""";

    private static final String READS =
            """
            }],
             "textReads":[{"incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345","at":"2026-11-23T12:05:00Z","by":"Lea's phone",
              "why":"I call her now","own":false}]""";

    private static final String END = READS + "}";

    static final String SHORT = BEGINNING + END;

    private static final String OUTLOOK =
            """
            "load":{"attacks":14,"nights":1,"consecutiveDays":6,"overBudget":true,
              "hint":"6 days in a row (5 at most): let a colleague take their place for a while, and ask how they are"},
             "noiseFloor":{"time":"2026-11-16T23:00:00Z","supportive":110,"neutral":420,"criticism":36,"attack":14,"spam":5,"attackRatio":0.024138,
              "trend":0.0192,"direction":"steady","centre":0.0175,"lowerLimit":0.001166,"upperLimit":0.033834,"state":"within",
              "reason":"14 of 580 mentions are attacks, 2.4 %; usual is 1.8 %, and up to 3.4 % of so many","signalToNoiseDb":8.82},
             "thanks":{"supportive":110,"latest":[{"staffId":"cm-07","source":"forum","url":"https://forum.example.org/t/4946/25871",
              "time":"2026-11-23T11:40:00Z"}]},
             "coverage":[{"from":"2026-11-29T07:00:00Z","to":"2026-11-29T15:00:00Z","why":["nobody is on call in Weekend"]}],
             "blindSources":[{"sourceId":"chat-1","displayName":"Team chat","platform":"chat","cause":"silent","since":"2026-11-23T09:10:00Z"}]}""";

    static final String STAFF = BEGINNING + READS + "," + OUTLOOK;

    static final String WITH_TEXT =
            BEGINNING
                    + """
                    ,
                    "texts":[{"postedAt":"2026-11-23T12:00:00Z","source":"forum","author":"Heath",
                     "url":"https://forum.example.org/t/4946/25862","text":"Dana is a spineless cheat."}]"""
                    + END;

    static final String LOAD =
            """
            {"from":"2026-11-16T12:30:00Z","to":"2026-11-23T12:30:00Z","budget":{"itemsRead":200,"minutesRead":180,"nightsDisturbed":2,"consecutiveDays":5},
             "items":[{"responder":"ct-3","displayName":"Lea","itemsRead":41,"minutesRead":67,"nightsDisturbed":3,"consecutiveDays":4,"overBudget":true,
               "hint":"3 nights disturbed within 7 days (2 at most): hand the next ones over to somebody else for a while"},
              {"responder":"token:tk-3f9a0c2b7d41e685","displayName":"dashboard","itemsRead":12,"minutesRead":9,"nightsDisturbed":0,"consecutiveDays":1,"overBudget":false}]}""";

    private ShieldExamples() {}
}
