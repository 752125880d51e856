package org.upstander.alert.http;

/** Examples of reviews. All people and posts are invented. */
final class ReviewExamples {

    static final String OF_INCIDENT =
            """
            {"assessmentId":"9b1d…","verdict":"criticism","note":"Rude about the ruling, not about her."}""";

    static final String OF_ASSESSMENT =
            """
            {"verdict":"attack","by":"Lea"}""";

    static final String LIST =
            """
            {"items":[{"assessmentId":"9b1d…","staffId":"cm-07","source":"forum","incidentId":"in_5d0c9a31e7f84b26a1c3d5e7f9012345",
              "assessed":{"model":"2026.11-2","verdict":"attack","severity":2,"score":0.94,"categories":["insult"],"binding":"name","language":"en"},
              "review":{"verdict":"criticism","by":"token:tk-3f9a0c2b7d41e685","note":"Rude about the ruling, not about her.","at":"2026-11-23T12:07:00Z"}}],
             "next":null}""";

    static final String LIST_CSV =
            """
            assessmentId,staffId,source,model,verdict,severity,score,binding,language,reviewedAs,by,note,reviewedAt,text
            9b1d…,cm-07,forum,2026.11-2,attack,2,0.94,name,en,criticism,token:tk-3f9a0c2b7d41e685,,2026-11-23T12:07:00Z,
            """;

    static final String MODELS =
            """
            {"items":[{"model":"2026.11-2","source":"forum","reviewed":40,"attacks":30,"rightAttacks":27,"missedAttacks":2,"spam":1,
              "mistakenPerson":1,"precision":0.9,"recall":0.931}]}""";

    private ReviewExamples() {}
}
