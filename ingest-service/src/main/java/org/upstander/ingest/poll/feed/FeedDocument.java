package org.upstander.ingest.poll.feed;

import org.upstander.ingest.application.delivery.Unreadable;

/** Reads a feed of any form. */
final class FeedDocument {

    private FeedDocument() {}

    /**
     * @param contentType header of HTTP, or null
     * @throws Unreadable where it is no feed
     */
    static Feed read(byte[] body, String contentType) {
        return looksLikeJson(body) ? JsonFeed.read(body) : XmlFeed.read(body, contentType);
    }

    /** Servers name all kinds of types; the first character says it. */
    private static boolean looksLikeJson(byte[] body) {
        int at = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB ? 3 : 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '{';
    }
}
