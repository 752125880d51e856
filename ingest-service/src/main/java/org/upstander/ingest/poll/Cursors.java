package org.upstander.ingest.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Cursors as they are kept: records as JSON. */
public final class Cursors {

    /** Another instance may be of a later version already. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Cursors() {}

    /**
     * @param cursor empty for the first time
     * @param none for the first time, and in place of one of another version: then posts come
     *     again, with the same ids
     */
    public static <T> T read(String cursor, Class<T> type, T none) {
        try {
            return cursor.isEmpty() ? none : JSON.readValue(cursor, type);
        } catch (JsonProcessingException e) {
            return none;
        }
    }

    public static String write(Object cursor) {
        try {
            return JSON.writeValueAsString(cursor);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }
}
