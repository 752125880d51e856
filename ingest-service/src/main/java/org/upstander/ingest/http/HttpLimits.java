package org.upstander.ingest.http;

/** Limits of requests; those of fields are in {@link org.upstander.ingest.domain.Limits}. */
final class HttpLimits {

    /** A body that is no NDJSON. */
    static final int BODY_BYTES = 10 * 1024 * 1024;

    /** What a platform delivers at a time. */
    static final int DELIVERY_BYTES = 1024 * 1024;

    /** A source as it is put. */
    static final int SOURCE_BYTES = 64 * 1024;

    static final int ARRAY_ITEMS = 1000;

    /** One line of NDJSON. */
    static final int LINE_BYTES = 1024 * 1024;

    static final int JSON_DEPTH = 100;
    static final int JSON_NUMBER_DIGITS = 100;
    static final int JSON_STRING_CHARACTERS = 1_000_000;
    static final int JSON_NAME_CHARACTERS = 1000;

    /** Lines of NDJSON that are written, and acknowledged, together. */
    static final int CHUNK_LINES = 500;

    /** Bytes of NDJSON lines that may wait for the lines before them to be acknowledged. */
    static final int CHUNK_BYTES = 1024 * 1024;

    /** A body up to here is worked on where it arrives, a larger one on a worker thread. */
    static final int INLINE_BYTES = 32 * 1024;

    private HttpLimits() {}
}
