package org.upstander.ingest.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.upstander.contracts.Headers;

/** The CloudEvents attributes of records of one type, written in one request. */
final class EventHeaders {

    private static final Header SPEC_VERSION =
            header(Headers.SPEC_VERSION, Headers.SPEC_VERSION_VALUE);
    private static final Header SOURCE = header(Headers.SOURCE, "/upstander/ingest-service");
    private static final Header JSON = header(Headers.CONTENT_TYPE, Headers.JSON);
    private static final Header BYTES = header(Headers.CONTENT_TYPE, "application/octet-stream");

    private final Header type;
    private final Header time;
    private final Header traceParent;
    private final Header contentType;

    /**
     * @param type one of {@link org.upstander.contracts.EventTypes}
     * @param time RFC 3339
     * @param traceParent or null
     */
    EventHeaders(String type, String time, String traceParent) {
        this(type, time, traceParent, JSON);
    }

    /** Of records whose value is no JSON. */
    static EventHeaders ofBytes(String type, String time) {
        return new EventHeaders(type, time, null, BYTES);
    }

    private EventHeaders(String type, String time, String traceParent, Header contentType) {
        this.contentType = contentType;
        this.type = header(Headers.TYPE, type);
        this.time = header(Headers.TIME, time);
        this.traceParent = traceParent == null ? null : header(Headers.TRACE_PARENT, traceParent);
    }

    List<Header> of(String id) {
        List<Header> headers = new ArrayList<>(9);
        headers.add(SPEC_VERSION);
        headers.add(header(Headers.ID, id));
        headers.add(SOURCE);
        headers.add(type);
        headers.add(time);
        headers.add(contentType);
        if (traceParent != null) {
            headers.add(traceParent);
        }
        return headers;
    }

    /** Of any record; empty where it has none. */
    static String id(ConsumerRecord<?, ?> event) {
        Header id = event.headers().lastHeader(Headers.ID);
        return id == null || id.value() == null
                ? ""
                : new String(id.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
