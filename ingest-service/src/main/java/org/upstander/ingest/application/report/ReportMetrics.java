package org.upstander.ingest.application.report;

/**
 * What becomes of mail to personal addresses. Alert when {@code TOO_MANY} grows: somebody's address
 * is known to others, and her reports are not seen among theirs; or {@code UNKNOWN}: somebody
 * writes to an address that is over, and believes to report.
 */
public interface ReportMetrics {

    void mailed(Mailed outcome);

    /** What became of one mail, for one address. */
    enum Mailed {
        /** Kafka has it; what comes twice counts twice. */
        TAKEN,
        /** Nobody's address, or no longer; where it has no other, it is a post. */
        UNKNOWN,
        /** A machine wrote it, which reports nothing. */
        AUTOMATIC,
        /** There were so many that others may know the address: told as one, each hour. */
        TOO_MANY,
        /** It breaks a rule of signals. */
        REJECTED
    }
}
