package org.upstander.alert.persistence.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The where-clause of a list. Values are always parameters; {@code ?} stands for the next. */
final class Conditions {

    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition unless the value is null. */
    Conditions and(String condition, Object value) {
        if (value != null) {
            String place = place(value);
            sql.append(" and ").append(condition.replace("?", place));
        }
        return this;
    }

    /** Adds a condition without a value. */
    Conditions onlyIf(boolean wanted, String condition) {
        if (wanted) {
            sql.append(" and ").append(condition);
        }
        return this;
    }

    Conditions from(String column, Instant from) {
        return and(column + " >= ?", from);
    }

    Conditions before(String column, Instant to) {
        return and(column + " < ?", to);
    }

    /** Only what stands behind a place in the order {@code at desc, id desc}. */
    Conditions behind(String at, String id, Instant placeAt, Object placeId) {
        sql.append(" and (%s, %s) < (%s, %s)".formatted(at, id, place(placeAt), place(placeId)));
        return this;
    }

    /** Adds a value and returns its place, {@code $3}. */
    String place(Object value) {
        values.add(
                value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
        return "$" + values.size();
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }
}
