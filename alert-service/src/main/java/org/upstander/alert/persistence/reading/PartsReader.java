package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.alert.application.reading.IncidentView;

/** Reads what hangs on incidents, for many at once. */
@ApplicationScoped
class PartsReader {

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

    private static final String ACKNOWLEDGEMENTS =
            """
            select incident_id, at, who, kind from acknowledgement
            where incident_id = any ($1::text[]) and not superseded order by id
            """;

    private static final String RELATED =
            """
            select incident_id, related from incident_link
            where incident_id = any ($1::text[]) order by related limit 1000
            """;

    private static final String COMMENTS =
            """
            select c.incident_id, c.at, c.who, c.text
            from unnest($1::text[]) as wanted (id)
            cross join lateral (select * from incident_comment where incident_id = wanted.id
                                order by id desc limit 100) c
            order by c.id
            """;

    private final Rows rows;

    PartsReader(Rows rows) {
        this.rows = rows;
    }

    /** The same incidents, complete. */
    Uni<List<IncidentView>> of(List<IncidentView> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        List<Object> ids =
                List.of((Object) found.stream().map(IncidentView::id).toArray(String[]::new));
        return Uni.combine()
                .all()
                .unis(
                        grouped(rows.list(AUTHORS, ids, PartsReader::author)),
                        grouped(rows.list(ACKNOWLEDGEMENTS, ids, PartsReader::acknowledgement)),
                        grouped(rows.list(RELATED, ids, PartsReader::related)),
                        grouped(rows.list(COMMENTS, ids, PartsReader::comment)),
                        grouped(rows.list(TIMELINE, ids, PartsReader::entry)))
                .with(
                        (authors, given, related, comments, timeline) ->
                                found.stream()
                                        .map(
                                                one ->
                                                        one.with(
                                                                of(authors, one),
                                                                of(given, one),
                                                                one.handling()
                                                                        .with(
                                                                                of(related, one),
                                                                                of(comments, one)),
                                                                of(timeline, one)))
                                        .toList());
    }

    private static <T> List<T> of(Map<String, List<T>> parts, IncidentView incident) {
        return parts.getOrDefault(incident.id(), List.of());
    }

    /** Something that belongs to an incident. */
    private record Of<T>(String incidentId, T part) {}

    private static <T> Uni<Map<String, List<T>>> grouped(Uni<List<Of<T>>> parts) {
        return parts.map(
                found ->
                        found.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Of::incidentId,
                                                Collectors.mapping(
                                                        Of::part, Collectors.toList()))));
    }

    private static Of<IncidentView.Author> author(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Author(row.getString("author_id"), row.getString("handle")));
    }

    private static Of<IncidentView.Acknowledgement> acknowledgement(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Acknowledgement(
                        Rows.time(row, "at"), row.getString("who"), row.getString("kind")));
    }

    private static Of<String> related(Row row) {
        return new Of<>(row.getString("incident_id"), row.getString("related"));
    }

    private static Of<IncidentView.Comment> comment(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Comment(
                        Rows.time(row, "at"), row.getString("who"), row.getString("text")));
    }

    private static Of<IncidentView.Entry> entry(Row row) {
        return new Of<>(
                row.getString("incident_id"),
                new IncidentView.Entry(
                        Rows.time(row, "at"), row.getString("what"), row.getString("reason")));
    }
}
