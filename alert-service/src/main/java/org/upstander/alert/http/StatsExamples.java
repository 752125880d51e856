package org.upstander.alert.http;

/** Examples of statistics. All people and posts are invented. */
final class StatsExamples {

    static final String TIMESERIES =
            """
            {"from":"2026-11-22T00:00:00Z","to":"2026-11-24T00:00:00Z","zone":"UTC","bucket":"day",
             "items":[{"time":"2026-11-22T00:00:00Z","staffId":"cm-07","metric":"attackRatio","unit":"ratio","value":0.016},
              {"time":"2026-11-23T00:00:00Z","staffId":"cm-07","metric":"attackRatio","unit":"ratio","value":0.116667}]}""";

    static final String TIMESERIES_CSV =
            """
            time,staffId,source,verdict,metric,unit,value
            2026-11-22T00:00:00Z,cm-07,,,attackRatio,ratio,0.016
            2026-11-23T00:00:00Z,cm-07,,,attackRatio,ratio,0.116667
            """;

    static final String NOISE_FLOOR =
            """
            {"from":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","zone":"UTC","bucket":"day",
             "thanks":{"supportive":31,"latest":[{"staffId":"cm-07","source":"forum","url":"https://forum.example.org/t/4946/25871",
              "time":"2026-11-23T11:40:00Z"}]},
             "items":[{"time":"2026-11-23T00:00:00Z","staffId":"cm-07","supportive":31,"neutral":60,"criticism":15,"attack":14,"spam":2,
              "attackRatio":0.116667,"trend":0.037333,"direction":"rising","centre":0.0175,"lowerLimit":0.0,"upperLimit":0.053411,
              "state":"above","reason":"14 of 120 mentions are attacks, 11.7 %; usual is 1.8 %, and up to 5.3 % of so many",
              "signalToNoiseDb":3.37}]}""";

    static final String NOISE_FLOOR_CSV =
            """
            time,staffId,source,supportive,neutral,criticism,attack,spam,attackRatio,trend,direction,centre,lowerLimit,upperLimit,state,reason,signalToNoiseDb
            2026-11-23T00:00:00Z,cm-07,,31,60,15,14,2,0.116667,0.037333,rising,0.0175,0.0,0.053411,above,"14 of 120 mentions are attacks, 11.7 %; usual is 1.8 %, and up to 5.3 % of so many",3.37
            """;

    static final String TOP =
            """
            {"from":"2026-11-16T12:30:00Z","to":"2026-11-23T12:30:00Z","by":"authors",
             "items":[{"rank":1,"author":"au-3f9a0c2b7d41e685","source":"forum","attacks":9,"authors":1,"staff":1,"severity":3,"risk":14.72,
              "lastAt":"2026-11-23T12:00:00Z"}]}""";

    static final String TOP_CSV =
            """
            rank,author,source,threadId,attacks,authors,staff,severity,risk,lastAt
            1,au-3f9a0c2b7d41e685,forum,,9,1,1,3,14.72,2026-11-23T12:00:00Z
            """;

    static final String RESPONSE =
            """
            {"from":"2026-11-16T12:30:00Z","to":"2026-11-23T12:30:00Z","zone":"UTC","bucket":"all",
             "items":[{"time":"2026-11-16T12:30:00Z","incidents":5,"acknowledged":5,"acknowledgeP50Seconds":94.0,"acknowledgeP90Seconds":410.2,
              "resolved":4,"resolveP50Seconds":5400.0,"resolveP90Seconds":20100.5,"pages":8,"pagesPerIncident":1.6,"judged":4,"judgedFalse":1,
              "falsePageShare":0.25}]}""";

    static final String RESPONSE_CSV =
            """
            time,staffId,source,incidents,acknowledged,acknowledgeP50Seconds,acknowledgeP90Seconds,resolved,resolveP50Seconds,resolveP90Seconds,pages,pagesPerIncident,judged,judgedFalse,falsePageShare
            2026-11-16T12:30:00Z,,,5,5,94.0,410.2,4,5400.0,20100.5,8,1.6,4,1,0.25
            """;

    static final String WHAT_IF =
            """
            {"threshold":0.6,"severity":1,"from":"2026-11-22T00:00:00Z","to":"2026-11-24T00:00:00Z","zone":"UTC",
             "items":[{"time":"2026-11-22T00:00:00Z","assessmentsWouldPage":4,"incidentsWouldOpen":2,"assessmentsPaged":7,"incidentsOpened":3,"pagesSent":4},
              {"time":"2026-11-23T00:00:00Z","assessmentsWouldPage":9,"incidentsWouldOpen":2,"assessmentsPaged":14,"incidentsOpened":2,"pagesSent":5}]}""";

    static final String WHAT_IF_CSV =
            """
            time,assessmentsWouldPage,incidentsWouldOpen,assessmentsPaged,incidentsOpened,pagesSent
            2026-11-22T00:00:00Z,4,2,7,3,4
            2026-11-23T00:00:00Z,9,2,14,2,5
            """;

    private StatsExamples() {}
}
