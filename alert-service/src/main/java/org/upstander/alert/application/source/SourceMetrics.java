package org.upstander.alert.application.source;

import org.upstander.alert.application.notice.NoticeOutcome;

/**
 * Who was told that a source is blind, or sees again. Alert when FAILED or NOBODY grows: of the
 * latter, the source covers no member of staff who has a contact.
 */
@FunctionalInterface
public interface SourceMetrics {

    /** What became of one notice, or why there was none. */
    void notice(NoticeOutcome outcome);
}
