package org.upstander.alert.http;

/** Examples of what people do with incidents. All people are invented. */
final class CaseExamples {

    static final String ASSIGN =
            """
            {"to":"Lea"}""";

    static final String COMMENT =
            """
            {"text":"Spoke with the forum's owner, they look into it.","by":"Lea"}""";

    static final String LINK =
            """
            {"incidentId":"in_9f2b7c10a4d84e5fb6c7d8e9f0a1b2c3"}""";

    static final String SNOOZE =
            """
            {"until":"2026-11-24T07:00:00Z","by":"Lea"}""";

    static final String MERGE =
            """
            {"into":"in_9f2b7c10a4d84e5fb6c7d8e9f0a1b2c3"}""";

    static final String SPLIT =
            """
            {"authors":["heath"]}""";

    static final String CHECK_IN =
            """
            {"every":"PT30M","by":"Lea"}""";

    static final String CHECKED_IN =
            """
            {"by":"Lea"}""";

    private CaseExamples() {}
}
