package org.upstander.ingest.poll.imap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

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
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static MailboxCursor read(String cursor) {
        try {
            return cursor.isEmpty() ? NONE : JSON.readValue(cursor, MailboxCursor.class);
        } catch (JsonProcessingException e) {
            return NONE; // of another version; messages come again, with the same ids
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
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
