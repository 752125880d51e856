package org.upstander.ingest.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import org.upstander.ingest.domain.Times;

/**
 * Contracts as JSON. A mapper of its own: what goes on a topic must not change with a setting meant
 * for HTTP.
 */
final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule().addSerializer(Instant.class, new Time()))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private EventJson() {}

    /** As the module writes it, at a fraction of the cost. */
    private static final class Time extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        Time() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider context)
                throws IOException {
            json.writeString(Times.written(at));
        }
    }

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
