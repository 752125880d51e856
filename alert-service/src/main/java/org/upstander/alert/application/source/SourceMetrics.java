package org.upstander.alert.application.source;

/** Who was told that a source is blind, or sees again. Alert when FAILED or NOBODY grows. */
public interface SourceMetrics {

    /** What became of one notice, or why there was none. */
    enum Outcome {
        /** In the inbox, and by mail or chat. */
        DELIVERED,
        /** In the inbox; there is no verified mail or chat. */
        INBOX_ONLY,
        /** In the inbox; the message did not arrive. */
        FAILED,
        /** The source covers no member of staff who has a contact. */
        NOBODY
    }

    void notice(Outcome outcome);
}
