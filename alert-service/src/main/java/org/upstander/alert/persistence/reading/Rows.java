package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Slice;
import org.upstander.alert.persistence.DatabaseFailures;

/**
 * Reads rows without entities: lists are projections with filters that vary, which is what SQL is
 * for. Same pool as Hibernate Reactive.
 */
@ApplicationScoped
class Rows {

    private final Pool pool;

    Rows(Pool pool) {
        this.pool = pool;
    }

    <T> Uni<List<T>> list(String sql, List<Object> values, Function<Row, T> map) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .map(
                        rows -> {
                            List<T> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(map.apply(row)));
                            return out;
                        })
                .onFailure()
                .transform(DatabaseFailures::classify);
    }

    Uni<Void> execute(String sql, List<Object> values) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .onFailure()
                .transform(DatabaseFailures::classify)
                .replaceWithVoid();
    }

    /** Cuts the one row too many that tells whether more follow. */
    static <T> Slice<T> slice(List<T> found, int limit, Function<T, Place> place) {
        return found.size() > limit
                ? new Slice<>(
                        found.subList(0, limit), Optional.of(place.apply(found.get(limit - 1))))
                : new Slice<>(found, Optional.empty());
    }

    static Instant time(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }
}
