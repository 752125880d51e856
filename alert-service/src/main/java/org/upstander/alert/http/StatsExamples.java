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

    private StatsExamples() {}
}
