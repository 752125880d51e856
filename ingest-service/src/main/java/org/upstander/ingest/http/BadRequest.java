package org.upstander.ingest.http;

import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** The request as a whole cannot be taken; carries what to answer. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final transient Violation violation;

    private BadRequest(int status, String type, Violation violation) {
        super(violation.detail(), null, false, false);
        this.status = status;
        this.type = type;
        this.violation = violation;
    }

    /** 400: the body is no JSON, or breaks a limit other than its size. */
    static BadRequest invalid(Violation violation) {
        return new BadRequest(400, "invalid-body", violation);
    }

    /** 413: the body has more bytes than it may. */
    static BadRequest bodyTooLarge(int limit) {
        String detail =
                limit == HttpLimits.BODY_BYTES
                        ? "The body is larger than 10 MiB (10485760 bytes): send fewer items at a"
                                + " time, or send posts as application/x-ndjson, which has no"
                                + " limit."
                        : "The body is larger than " + limit + " bytes: send less.";
        return new BadRequest(413, "body-too-large", Violation.over("", limit, detail));
    }

    /** 415: a format or an encoding that is not read here. */
    static BadRequest unsupported(String fix) {
        return new BadRequest(
                415, "unsupported-media-type", Violation.of("", RejectReason.ENCODING, fix));
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    Violation violation() {
        return violation;
    }
}
