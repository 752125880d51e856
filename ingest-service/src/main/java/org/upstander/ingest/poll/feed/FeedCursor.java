package org.upstander.ingest.poll.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.upstander.ingest.fetch.Fetched;
import org.upstander.ingest.poll.Cursors;

/**
 * What is remembered of a feed.
 *
 * @param url that its source names; with another one nothing of the rest holds
 * @param moved where it lies for good, or null
 * @param etag as it came, or null
 * @param lastModified as it came, or null
 * @param seen what the entries of the last answer said: by a hash of the id, a hash of the content
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedCursor(
        String url, String moved, String etag, String lastModified, Map<String, String> seen) {

    static final FeedCursor NONE = new FeedCursor(null, null, null, null, Map.of());
    private static final int LONGEST_HEADER = 1_024;

    FeedCursor {
        seen = seen == null ? Map.of() : Map.copyOf(seen);
    }

    static FeedCursor read(String cursor) {
        return Cursors.read(cursor, FeedCursor.class, NONE);
    }

    String write() {
        return Cursors.write(this);
    }

    /** The same where it is about this address, otherwise nothing. */
    FeedCursor of(String address) {
        return address.equals(url) ? this : new FeedCursor(address, null, null, null, Map.of());
    }

    String address() {
        return moved == null ? url : moved;
    }

    /**
     * @param address where it lies for good, or null where nothing was said
     */
    FeedCursor movedTo(String address) {
        return address == null ? this : new FeedCursor(url, address, etag, lastModified, seen);
    }

    FeedCursor after(Fetched.Answer answer, Map<String, String> now) {
        return new FeedCursor(
                url, moved, kept(answer.header("etag")), kept(answer.header("last-modified")), now);
    }

    private static String kept(String header) {
        return header == null || header.length() > LONGEST_HEADER ? null : header;
    }
}
