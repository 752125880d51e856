package org.upstander.access;

/** The problem (RFC 9457) for a call that never reaches an endpoint. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    static final String UNAUTHORIZED =
            """
            {"status":401,"title":"Unauthorized","detail":"Send Authorization: Bearer <token> with a token \
            that is known here, not expired and not revoked. Tokens are made by POST /v1/tokens on alert-service."}""";

    private Problems() {}
}
