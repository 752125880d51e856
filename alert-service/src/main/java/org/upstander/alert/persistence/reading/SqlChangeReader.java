package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.upstander.alert.application.reading.ChangeReader;

/** Reads the timeline behind the oldest transaction that still runs, so nothing appears late. */
@ApplicationScoped
class SqlChangeReader implements ChangeReader {

    private static final String LATEST =
            """
            select tx::text as tx, id from timeline where tx < pg_snapshot_xmin(pg_current_snapshot())
            order by tx desc, id desc limit 1
            """;

    private static final String AFTER =
            """
            select t.tx::text as tx, t.id, t.incident_id, t.at, t.what, t.reason, i.staff_id, i.state, i.severity
            from timeline t join incident i on i.id = t.incident_id
            where (t.tx, t.id) > ($1::text::xid8, $2) and t.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by t.tx, t.id limit $3
            """;

    private final Rows rows;

    SqlChangeReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Position> latest() {
        return rows.list(LATEST, List.of(), SqlChangeReader::position)
                .map(found -> found.isEmpty() ? new Position(0, 0) : found.get(0));
    }

    @Override
    public Uni<List<Change>> after(Position position, int limit) {
        return rows.list(
                AFTER,
                List.of(Long.toUnsignedString(position.tx()), position.id(), limit),
                SqlChangeReader::change);
    }

    private static Position position(Row row) {
        return new Position(Long.parseUnsignedLong(row.getString("tx")), row.getLong("id"));
    }

    private static Change change(Row row) {
        return new Change(
                position(row),
                row.getString("incident_id"),
                row.getString("staff_id"),
                row.getString("state"),
                row.getInteger("severity"),
                Rows.time(row, "at"),
                row.getString("what"),
                row.getString("reason"));
    }
}
