package org.upstander.ingest.domain;

/**
 * Names what a post says at one time: all that is judged, and nothing else. Handing in the same
 * again gives the same revision; an edit or a deletion gives another.
 *
 * @param value the first 16 hex digits of SHA-256 over text, html, author, thread, reply, deleted
 */
public record Revision(String value) {

    static final int DIGITS = 16;

    static Revision of(
            Fingerprint fingerprint,
            String text,
            String html,
            Author author,
            Thread thread,
            ReplyTo replyTo,
            boolean deleted) {
        fingerprint.start().text(text).text(html).author(author);
        fingerprint.text(thread == null ? null : thread.id());
        fingerprint.text(thread == null ? null : thread.title());
        fingerprint.text(replyTo == null ? null : replyTo.externalId());
        fingerprint.author(replyTo == null ? null : replyTo.author());
        return new Revision(fingerprint.flag(deleted).hex(DIGITS));
    }
}
