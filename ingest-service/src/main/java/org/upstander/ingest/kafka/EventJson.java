package org.upstander.ingest.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Contracts as JSON. A mapper of its own: what goes on a topic must not change with a setting meant
 * for HTTP.
 */
final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private EventJson() {}

    /** A writer for one contract type. */
    static ObjectWriter of(Class<?> contract) {
        return MAPPER.writerFor(contract);
    }

    static byte[] bytes(ObjectWriter writer, Object event) {
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            // Every string was checked before; this is a fault of ours, and no reason to quote it.
            throw new IllegalStateException("an admitted item cannot be written as JSON");
        }
    }
}
