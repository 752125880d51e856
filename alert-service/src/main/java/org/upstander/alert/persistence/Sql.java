package org.upstander.alert.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.upstander.alert.domain.Channel;

/**
 * Statements for many rows at once, on the session of the current transaction: rows go as one JSON
 * parameter that {@code jsonb_to_recordset} unfolds, so a batch costs one round trip per table.
 */
final class Sql {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new SimpleModule().addSerializer(String.class, new Storable()))
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final String LOOK_UPS =
            """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('enable_bitmapscan', 'off', true)
            """;

    private Sql() {}

    /** Rows that a statement returns: each an array of its columns. */
    static Uni<List<Object[]>> rows(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session ->
                                Statement.of(sql)
                                        .on(session, parameters, ReactiveConnection::select))
                .map(
                        result -> {
                            List<Object[]> rows = new ArrayList<>(result.size());
                            result.forEachRemaining(rows::add);
                            return rows;
                        });
    }

    /** The only column of the rows that a statement returns. */
    static <T> Uni<List<T>> column(String sql, Class<T> type, Map<String, Object> parameters) {
        return rows(sql, parameters)
                .map(rows -> rows.stream().map(row -> type.cast(row[0])).toList());
    }

    /** A time that a statement returned, or null. */
    static Instant time(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    /** How many rows a statement changed. */
    static Uni<Integer> update(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session ->
                                Statement.of(sql)
                                        .on(session, parameters, ReactiveConnection::update));
    }

    /**
     * For the rest of the transaction each statement is planned once for all values, and takes rows
     * in the order of an index. PostgreSQL plans anew for values that seem to be worth it, which
     * costs more than to look something up; and a bitmap reads all that share a key, however many
     * there are, before the newest of them are known.
     */
    static Uni<Void> planForLookUps() {
        return rows(LOOK_UPS, Map.of()).replaceWithVoid();
    }

    /** Wire names, as {@link #json}. */
    static String channels(Predicate<Channel> which) {
        return json(Arrays.stream(Channel.values()).filter(which).map(Channel::wireName).toList());
    }

    /** As a parameter that the statement casts to {@code jsonb}. Names become snake case. */
    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T fromJson(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL stores neither NUL nor half of a surrogate pair; hostile posts hold both. */
    private static final class Storable extends StdSerializer<String> {

        private static final long serialVersionUID = 1L;
        private static final char REPLACEMENT = '\uFFFD';

        Storable() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(storable(value));
        }

        static String storable(String value) {
            StringBuilder clean = null;
            for (int at = 0; at < value.length(); at++) {
                char unit = value.charAt(at);
                if (unit == 0 || isAlone(value, at)) {
                    clean = clean == null ? new StringBuilder(value) : clean;
                    clean.setCharAt(at, REPLACEMENT);
                }
            }
            return clean == null ? value : clean.toString();
        }

        private static boolean isAlone(String value, int at) {
            char unit = value.charAt(at);
            if (Character.isHighSurrogate(unit)) {
                return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
            }
            return Character.isLowSurrogate(unit)
                    && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
        }
    }
}
