package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.source.SourceStore;
import org.upstander.alert.domain.SourceSight;

@ApplicationScoped
class SqlSourceStore implements SourceStore {

    private static final String ROW =
            """
            jsonb_to_record(cast(cast(:row as text) as jsonb)) as r (source_id text, display_name text,
                platform text, state text, cause text, since timestamptz, at timestamptz)
            """;

    private static final String INSERT =
            """
            insert into source_sight (source_id, display_name, platform, state, cause, since, at)
            select r.source_id, r.display_name, r.platform, r.state, r.cause, r.since, r.at from %s
            on conflict (source_id) do nothing
            """
                    .formatted(ROW);

    // The state that was there before, of those that are older; the row stays locked.
    private static final String OLDER =
            """
            select s.state from source_sight s, %s where s.source_id = r.source_id and s.at < r.at for update of s
            """
                    .formatted(ROW);

    private static final String UPDATE =
            """
            update source_sight s set display_name = r.display_name, platform = r.platform, state = r.state,
                cause = r.cause, since = r.since, at = r.at
            from %s where s.source_id = r.source_id
            """
                    .formatted(ROW);

    private static final String FIND =
            """
            select source_id, display_name, platform, state, cause, since, at from source_sight
            where source_id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    private record Row(
            String sourceId,
            String displayName,
            String platform,
            String state,
            String cause,
            Instant since,
            Instant at) {

        static Row of(SourceSight sight) {
            return new Row(
                    sight.sourceId(),
                    sight.displayName(),
                    sight.platform(),
                    sight.state().name(),
                    sight.cause() == null ? null : sight.cause().name(),
                    sight.since(),
                    sight.at());
        }
    }

    @Override
    public Uni<Boolean> keep(SourceSight sight) {
        Map<String, Object> row = Map.of("row", Sql.json(Row.of(sight)));
        return Sql.update(INSERT, row)
                .chain(
                        added ->
                                added > 0
                                        ? Uni.createFrom().item(true)
                                        : Sql.column(OLDER, String.class, row)
                                                .chain(older -> replace(sight, older, row)));
    }

    private static Uni<Boolean> replace(
            SourceSight sight, List<String> older, Map<String, Object> row) {
        return older.isEmpty()
                ? Uni.createFrom().item(false)
                : Sql.update(UPDATE, row).map(done -> !older.get(0).equals(sight.state().name()));
    }

    @Override
    public Uni<Void> remove(String sourceId) {
        return Sql.update(
                        "delete from source_sight where source_id = :source",
                        Map.of("source", sourceId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, SourceSight>> find(Collection<String> sourceIds) {
        return Sql.rows(FIND, Map.of("ids", Sql.json(sourceIds)))
                .map(
                        rows ->
                                rows.stream()
                                        .map(SqlSourceStore::sight)
                                        .collect(
                                                Collectors.toMap(
                                                        SourceSight::sourceId,
                                                        Function.identity())));
    }

    private static SourceSight sight(Object[] row) {
        return new SourceSight(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                SourceSight.State.valueOf((String) row[3]),
                row[4] == null ? null : SourceSight.Cause.valueOf((String) row[4]),
                Sql.time(row[5]),
                Sql.time(row[6]));
    }
}
