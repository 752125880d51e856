package org.upstander.ingest.http;

import org.upstander.ingest.domain.Original;

/**
 * The bytes of one item within a request, not copied.
 *
 * @param data shared with its neighbours, not to be changed; null for an item that was too long to
 *     be kept
 * @param from first byte
 * @param to behind the last byte
 */
record Slice(byte[] data, int from, int to) {

    /** Stands for an NDJSON line over the limit, whose bytes were passed over. */
    static final Slice TOO_LONG = new Slice(null, 0, 0);

    /** As evidence. */
    Original original() {
        return Original.received(data, from, to, Original.JSON);
    }

    int length() {
        return to - from;
    }
}
