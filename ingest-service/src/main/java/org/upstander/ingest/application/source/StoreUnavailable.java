package org.upstander.ingest.application.source;

/** The database does not answer; nothing was changed. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason for the operator, without content
     */
    public StoreUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
