package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.upstander.alert.application.original.Sealed;
import org.upstander.alert.application.reading.OriginalReader;

@ApplicationScoped
class SqlOriginalReader implements OriginalReader {

    private static final String FIND =
            """
            select i.staff_id, o.state, o.reason, e.post_id, e.revision, o.content_type, o.form, o.sha256, o.sealed,
                o.received_at
            from incident i join evidence e on e.incident_id = i.id
            left join original o on o.assessment_id = e.assessment_id
            where i.id = $1 and e.post_id = $2 and ($3::text is null or e.revision = $3)
            order by (o.state = 'kept') desc nulls last, e.posted_at desc, e.assessment_id limit 1
            """;

    private static final String LOG_READ =
            "insert into evidence_read (incident_id, reader, at, why, items) values ($1, $2, $3, $4, 1)";

    private final Rows rows;

    SqlOriginalReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Optional<Kept>> find(String incidentId, String postId, String revision) {
        return rows.list(FIND, Arrays.asList(incidentId, postId, revision), SqlOriginalReader::kept)
                .map(found -> found.stream().findFirst());
    }

    private static Kept kept(Row row) {
        boolean there = "kept".equals(row.getString("state"));
        return new Kept(
                row.getString("staff_id"),
                row.getString("state"),
                row.getString("reason"),
                there
                        ? new Sealed(
                                row.getString("post_id") + "-" + row.getString("revision"),
                                row.getString("content_type"),
                                row.getString("form"),
                                row.getBuffer("sealed").getBytes())
                        : null,
                row.getString("sha256"),
                Rows.time(row, "received_at"));
    }

    @Override
    public Uni<Void> logRead(String incidentId, String reader, Instant at, Optional<String> why) {
        return rows.execute(
                LOG_READ,
                Arrays.asList(
                        incidentId,
                        reader,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        why.orElse(null)));
    }
}
