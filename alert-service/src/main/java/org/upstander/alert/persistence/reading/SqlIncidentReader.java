package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            select id, staff_id, state, severity, categories, patterns, sources, post_count, author_count,
                   opened_at, last_activity_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by, resolution,
                   h.silenced_by, h.inhibited_by
            from incident i
            left join lateral (select silenced_by, inhibited_by from page where incident_id = i.id and state = 'pending'
                               and (silenced_by is not null or inhibited_by is not null) limit 1) h on true
            where %s
            order by opened_at desc, id desc limit %s
            """;

    private static final String AUTHORS =
            """
            select a.incident_id, a.author_id, a.handle
            from unnest($1::text[]) as wanted (id)
            cross join lateral (select * from incident_author where incident_id = wanted.id
                                order by author_key limit 50) a
            """;

    private static final String TIMELINE =
            """
            select t.incident_id, t.at, t.what, t.reason
            from unnest($1::text[]) as wanted (id)
            cross join lateral (select * from timeline where incident_id = wanted.id
                                order by id desc limit 200) t
            order by t.id
            """;

    private static final String LOG_READ =
            "insert into evidence_read (incident_id, reader, at, why) values ($1, $2, $3, $4)";

    private final Rows rows;
    private final EvidenceReader evidence;

    SqlIncidentReader(Rows rows, EvidenceReader evidence) {
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
                                complete(slice.items())
                                        .map(items -> new Slice<>(items, slice.end())));
    }

    @Override
    public Uni<Optional<IncidentView>> find(String id) {
        Conditions where = new Conditions().and("id = ?", id);
        return rows.list(INCIDENTS.formatted(where.sql(), "1"), where.values(), this::incident)
                .chain(this::complete)
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

    private Uni<List<IncidentView>> complete(List<IncidentView> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        List<Object> ids =
                List.of((Object) found.stream().map(IncidentView::id).toArray(String[]::new));
        return rows.list(AUTHORS, ids, SqlIncidentReader::author)
                .chain(
                        authors ->
                                rows.list(TIMELINE, ids, SqlIncidentReader::entry)
                                        .map(
                                                timeline ->
                                                        join(
                                                                found,
                                                                grouped(authors),
                                                                grouped(timeline))));
    }

    private static List<IncidentView> join(
            List<IncidentView> found,
            Map<String, List<IncidentView.Author>> authors,
            Map<String, List<IncidentView.Entry>> timeline) {
        return found.stream()
                .map(
                        incident ->
                                incident.with(
                                        authors.getOrDefault(incident.id(), List.of()),
                                        timeline.getOrDefault(incident.id(), List.of())))
                .toList();
    }

    /** Something that belongs to an incident. */
    private record Of<T>(String incidentId, T part) {}

    private static <T> Map<String, List<T>> grouped(List<Of<T>> parts) {
        return parts.stream()
                .collect(
                        Collectors.groupingBy(
                                Of::incidentId, Collectors.mapping(Of::part, Collectors.toList())));
    }

    private static Of<IncidentView.Author> author(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Author(row.getString("author_id"), row.getString("handle")));
    }

    private static Of<IncidentView.Entry> entry(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Entry(
                        Rows.time(row, "at"), row.getString("what"), row.getString("reason")));
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
                row.getString("silenced_by"),
                row.getString("inhibited_by"));
    }
}
