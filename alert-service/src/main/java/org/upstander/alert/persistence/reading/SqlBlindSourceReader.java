package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.upstander.alert.application.stats.BlindSourceReader;
import org.upstander.alert.domain.SourceSight;

@ApplicationScoped
class SqlBlindSourceReader implements BlindSourceReader {

    private static final String BLIND =
            """
            select source_id, display_name, platform, cause, since from source_sight
            where state = $1 and lower(platform) = any ($2::text[]) order by since, source_id
            """;

    private final Rows rows;

    SqlBlindSourceReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<BlindSource>> blind(Collection<String> platforms) {
        return rows.list(
                BLIND,
                List.of(
                        SourceSight.State.BLIND.name(),
                        platforms.stream()
                                .map(platform -> platform.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)),
                row ->
                        new BlindSource(
                                row.getString("source_id"),
                                row.getString("display_name"),
                                row.getString("platform"),
                                Optional.ofNullable(row.getString("cause"))
                                        .map(SourceSight.Cause::valueOf)
                                        .map(SourceSight.Cause::wireName)
                                        .orElse(null),
                                Rows.time(row, "since")));
    }
}
