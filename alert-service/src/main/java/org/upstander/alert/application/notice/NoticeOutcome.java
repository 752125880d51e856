package org.upstander.alert.application.notice;

/** What became of a notice that nobody is called for, or why there was none. */
public enum NoticeOutcome {
    /** In the inbox, and by mail or chat. */
    DELIVERED,
    /** In the inbox; there is no verified mail or chat. */
    INBOX_ONLY,
    /** In the inbox; the message did not arrive. */
    FAILED,
    /** There is nobody to tell. */
    NOBODY
}
