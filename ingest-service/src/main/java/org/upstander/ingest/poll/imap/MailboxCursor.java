package org.upstander.ingest.poll.imap;

import org.upstander.ingest.poll.Cursors;

/**
 * What is remembered of a mailbox.
 *
 * @param url and
 * @param user that its source names; with others nothing of the rest holds
 * @param validity as the server said (UIDVALIDITY); with another, its numbers mean other messages
 * @param last number (UID) of the messages that were taken
 */
record MailboxCursor(String url, String user, long validity, long last) {

    private static final MailboxCursor NONE = new MailboxCursor(null, null, 0, 0);

    static MailboxCursor read(String cursor) {
        return Cursors.read(cursor, MailboxCursor.class, NONE);
    }

    String write() {
        return Cursors.write(this);
    }

    /** The same where it is about this mailbox, otherwise its beginning. */
    MailboxCursor of(String itsUrl, String itsUser, long itsValidity) {
        boolean same = itsUrl.equals(url) && itsUser.equals(user) && itsValidity == validity;
        return same ? this : new MailboxCursor(itsUrl, itsUser, itsValidity, 0);
    }

    MailboxCursor at(long uid) {
        return new MailboxCursor(url, user, validity, uid);
    }
}
