package org.upstander.alert.http;

/** What declared aliases look like, for the OpenAPI document. */
final class AuthorAliasExamples {

    static final String ALIAS =
            """
            {"accounts":[{"source":"forum","id":"u-17","handle":"heath"},{"source":"chat","handle":"heath_2"}],
             "comment":"Same mail address, says the platform"}""";

    static final String SHOWN =
            """
            {"id":"al-1",
             "accounts":[{"source":"forum","id":"u-17","handle":"heath"},{"source":"chat","handle":"heath_2"}],
             "comment":"Same mail address, says the platform","declaredBy":"token:tk-4",
             "updatedAt":"2026-11-23T19:00:00Z"}""";

    private AuthorAliasExamples() {}
}
