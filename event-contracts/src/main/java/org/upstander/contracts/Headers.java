package org.upstander.contracts;

/**
 * Kafka header names. Events are CloudEvents 1.0 in binary mode (CloudEvents Kafka protocol
 * binding, section 3.2): attributes as {@code ce_} headers in UTF-8, the JSON data as the record's
 * value.
 */
public final class Headers {

    /** Always {@value #SPEC_VERSION_VALUE}. */
    public static final String SPEC_VERSION = "ce_specversion";

    public static final String SPEC_VERSION_VALUE = "1.0";

    /**
     * Id of the event; with the source it names the event once and for all. A post: {@code postId +
     * "-" + revision}; a signal, an assessment: its id; from the outbox: the outbox row's id.
     */
    public static final String ID = "ce_id";

    /** The service that wrote the record, as a URI reference: {@code /upstander/ingest-service}. */
    public static final String SOURCE = "ce_source";

    /** One of {@link EventTypes}. */
    public static final String TYPE = "ce_type";

    /** When the event was written, RFC 3339. */
    public static final String TIME = "ce_time";

    public static final String CONTENT_TYPE = "content-type";

    public static final String JSON = "application/json";

    /** W3C trace context, carried unchanged from hop to hop where the caller gave one. */
    public static final String TRACE_PARENT = "traceparent";

    /** On originals: the media type of what is sealed, {@code message/rfc822} for a mail. */
    public static final String ORIGINAL_CONTENT_TYPE = "original-content-type";

    /**
     * On originals: {@code received}, the very bytes, or {@code restated}, an item of a page or a
     * list written anew as it was read; with {@code -cut} behind it where only the first 262,144
     * bytes are there.
     */
    public static final String ORIGINAL_FORM = "original-form";

    /** On originals: which key sealed it; tells nothing of the key. */
    public static final String ORIGINAL_KEY = "original-key";

    /** On dead letters: a word from a closed set, see {@link DeadLetterReasons}. */
    public static final String DEAD_LETTER_REASON = "dead-letter-reason";

    /** On dead letters: the failure's class name; never a message, which could quote the record. */
    public static final String DEAD_LETTER_CAUSE = "dead-letter-cause";

    public static final String DEAD_LETTER_TOPIC = "dead-letter-topic";

    public static final String DEAD_LETTER_PARTITION = "dead-letter-partition";

    public static final String DEAD_LETTER_OFFSET = "dead-letter-offset";

    private Headers() {}
}
