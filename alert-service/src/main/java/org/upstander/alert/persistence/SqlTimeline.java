package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.Timeline;
import org.upstander.alert.domain.TimelineEntry;

@ApplicationScoped
class SqlTimeline implements Timeline {

    private static final String INSERT =
            """
            insert into timeline (incident_id, at, what, reason)
            select incident_id, at, what, reason
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (incident_id text, at timestamptz, what text, reason text)
            """;

    private record Row(String incidentId, Instant at, String what, String reason) {}

    @Override
    public Uni<Void> add(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows =
                entries.stream()
                        .map(
                                entry ->
                                        new Row(
                                                entry.incidentId(),
                                                entry.at(),
                                                entry.what().wireName(),
                                                entry.reason()))
                        .toList();
        return Sql.update(INSERT, Map.of("rows", Sql.json(rows))).replaceWithVoid();
    }
}
