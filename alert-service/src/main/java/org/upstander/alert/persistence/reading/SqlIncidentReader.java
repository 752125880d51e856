package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.reading.Filters;
import org.upstander.alert.application.reading.IncidentDetail;
import org.upstander.alert.application.reading.IncidentReader;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;

@ApplicationScoped
class SqlIncidentReader implements IncidentReader {

    private static final String INCIDENTS =
            """
            select id, staff_id, assigned_to, merged_into,
                   (select due_at from incident_timer t where t.incident_id = i.id and t.kind = 'snooze') as snoozed_until,
                   (select due_at from incident_timer t where t.incident_id = i.id and t.kind = 'check-in') as check_in_due_at,
                   (select count(distinct a.author_key) from incident_post p join amplification a using (post_id)
                    where p.incident_id = i.id) as amplifications,
                   state, severity, categories, patterns, sources, post_count, author_count,
                   opened_at, last_activity_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by, resolution,
                   h.silenced_by, h.inhibited_by
            from incident i
            left join lateral (select silenced_by, inhibited_by from page where incident_id = i.id and state = 'pending'
                               and (silenced_by is not null or inhibited_by is not null) limit 1) h on true
            where %s
            order by opened_at desc, id desc limit %s
            """;

    private static final String LOG_READ =
            """
            insert into evidence_read (incident_id, reader, at, why, items)
            values ($1, $2, $3, $4, (select least(count(*), 500) from evidence where incident_id = $1 and text is not null))
            """;

    private final Rows rows;
    private final PartsReader parts;
    private final EvidenceReader evidence;

    SqlIncidentReader(Rows rows, PartsReader parts, EvidenceReader evidence) {
        this.parts = parts;
        this.rows = rows;
        this.evidence = evidence;
    }

    @Override
    public Uni<Slice<IncidentView>> page(Query<Filters.Incidents> query) {
        Conditions where = conditions(query.filter());
        query.after().ifPresent(p -> where.behind("opened_at", "id", p.at(), p.id()));
        String limit = where.place(query.limit() + 1);
        return rows.list(INCIDENTS.formatted(where.sql(), limit), where.values(), this::incident)
                .map(
                        found ->
                                Rows.slice(
                                        found,
                                        query.limit(),
                                        last -> new Place(last.openedAt(), last.id())))
                .chain(
                        slice ->
                                parts.of(slice.items())
                                        .map(items -> new Slice<>(items, slice.end())));
    }

    @Override
    public Uni<Optional<IncidentView>> find(String id) {
        Conditions where = new Conditions().and("id = ?", id);
        return rows.list(INCIDENTS.formatted(where.sql(), "1"), where.values(), this::incident)
                .chain(parts::of)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<IncidentDetail>> detail(String id) {
        return find(id).chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : evidence.of(found.get()).map(Optional::of));
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

    private static Conditions conditions(Filters.Incidents filter) {
        return new Conditions()
                .and("staff_id = ?", filter.staff())
                .and(
                        "exists (select 1 from incident_author a where a.incident_id = i.id and ? in (a.author_id, a.handle))",
                        filter.author())
                .and("? = any (sources)", filter.source())
                .and("? = any (categories)", filter.category())
                .and("severity >= ?", filter.severity())
                .and("state = ?", filter.state())
                .from("opened_at", filter.from())
                .before("opened_at", filter.to());
    }

    private IncidentView incident(Row row) {
        Instant acknowledged = Rows.time(row, "acknowledged_at");
        Instant resolved = Rows.time(row, "resolved_at");
        return new IncidentView(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("state"),
                row.getInteger("severity"),
                Rows.texts(row, "categories"),
                Rows.texts(row, "patterns"),
                List.of(),
                Rows.texts(row, "sources"),
                row.getInteger("post_count"),
                row.getInteger("author_count"),
                row.getLong("amplifications").intValue(),
                Rows.time(row, "opened_at"),
                Rows.time(row, "last_activity_at"),
                acknowledged == null
                        ? null
                        : new IncidentView.Acknowledged(
                                acknowledged, row.getString("acknowledged_by")),
                resolved == null
                        ? null
                        : new IncidentView.Resolved(
                                resolved,
                                row.getString("resolved_by"),
                                row.getString("resolution")),
                List.of(),
                new IncidentView.Handling(
                        row.getString("assigned_to"),
                        Rows.time(row, "snoozed_until"),
                        Rows.time(row, "check_in_due_at"),
                        row.getString("merged_into"),
                        List.of(),
                        List.of()),
                List.of(),
                row.getString("silenced_by"),
                row.getString("inhibited_by"));
    }
}
