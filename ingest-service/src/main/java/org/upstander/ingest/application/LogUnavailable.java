package org.upstander.ingest.application;

/** What was handed in could not be stored now; the caller keeps it and tries again. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason for the operator, without content
     */
    public LogUnavailable(String reason) {
        // An outage makes thousands of them a second: no stack trace, which would always be the
        // same.
        super(reason, null, false, false);
    }
}
