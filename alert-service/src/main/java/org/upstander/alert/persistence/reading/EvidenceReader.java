package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upstander.alert.application.reading.IncidentDetail;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Redaction;

/** Reads what belongs to one incident: its posts, whom it called, who looked. */
@ApplicationScoped
class EvidenceReader {

    private static final String EVIDENCE =
            """
            select assessment_id, post_id, revision, source, external_id, author_id, author_handle, author_name,
                author_bot, author_staff, thread_id, thread_title, url, posted_at, severity, categories, spans, text
            from evidence where incident_id = $1 order by posted_at, assessment_id limit 500
            """;

    private static final String PAGES =
            """
            select id, run, round, step, state, due_at, fired_at, reason
            from page where incident_id = $1 order by run, round, step
            """;

    private static final String DELIVERIES =
            """
            select page_id, id, contact_id, channel, state, attempt, delivered_at, failure
            from delivery where incident_id = $1 and page_id is not null
            order by created_at, method, id limit 1000
            """;

    private static final String READS =
            "select at, reader, why from evidence_read where incident_id = $1 order by id desc limit 50";

    private final Rows rows;

    EvidenceReader(Rows rows) {
        this.rows = rows;
    }

    Uni<IncidentDetail> of(IncidentView incident) {
        List<Object> id = List.of(incident.id());
        return rows.list(EVIDENCE, id, EvidenceReader::evidence)
                .map(EvidenceReader::redacted)
                .chain(
                        evidence ->
                                pages(id)
                                        .chain(
                                                pages ->
                                                        rows.list(READS, id, EvidenceReader::read)
                                                                .map(
                                                                        reads ->
                                                                                new IncidentDetail(
                                                                                        incident,
                                                                                        evidence,
                                                                                        pages,
                                                                                        reads))));
    }

    private Uni<List<IncidentDetail.Page>> pages(List<Object> id) {
        return rows.list(DELIVERIES, id, EvidenceReader::delivery)
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        Map.Entry::getKey,
                                                        Collectors.mapping(
                                                                Map.Entry::getValue,
                                                                Collectors.toList()))))
                .chain(
                        deliveries ->
                                rows.list(
                                        PAGES,
                                        id,
                                        row ->
                                                page(
                                                        row,
                                                        deliveries.getOrDefault(
                                                                row.getString("id"), List.of()))));
    }

    private static IncidentDetail.Page page(Row row, List<IncidentDetail.Delivery> deliveries) {
        return new IncidentDetail.Page(
                row.getString("id"),
                row.getInteger("run") + 1,
                row.getInteger("round") + 1,
                row.getInteger("step") + 1,
                row.getString("state"),
                Rows.time(row, "due_at"),
                Rows.time(row, "fired_at"),
                row.getString("reason"),
                deliveries);
    }

    private static Map.Entry<String, IncidentDetail.Delivery> delivery(Row row) {
        return Map.entry(
                row.getString("page_id"),
                new IncidentDetail.Delivery(
                        row.getString("id"),
                        row.getString("contact_id"),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getInteger("attempt"),
                        Rows.time(row, "delivered_at"),
                        row.getString("failure")));
    }

    private static IncidentDetail.Read read(Row row) {
        return new IncidentDetail.Read(
                Rows.time(row, "at"), row.getString("reader"), row.getString("why"));
    }

    private static IncidentDetail.Evidence evidence(Row row) {
        String thread = row.getString("thread_id");
        return new IncidentDetail.Evidence(
                row.getString("assessment_id"),
                row.getString("post_id"),
                row.getString("revision"),
                row.getString("source"),
                row.getString("external_id"),
                new IncidentDetail.Author(
                        row.getString("author_id"),
                        row.getString("author_handle"),
                        row.getString("author_name"),
                        row.getBoolean("author_bot"),
                        row.getBoolean("author_staff")),
                thread == null
                        ? null
                        : new IncidentDetail.Thread(thread, row.getString("thread_title")),
                row.getString("url"),
                Rows.time(row, "posted_at"),
                row.getInteger("severity"),
                Rows.texts(row, "categories"),
                spans(row.getString("spans")),
                row.getString("text"));
    }

    /** What one post exposes another may repeat. */
    private static List<IncidentDetail.Evidence> redacted(List<IncidentDetail.Evidence> evidence) {
        Redaction redaction = new Redaction();
        evidence.forEach(
                one ->
                        redaction.learn(
                                one.text(),
                                one.spans().stream()
                                        .map(
                                                span ->
                                                        new Assessment.Span(
                                                                span.start(),
                                                                span.end(),
                                                                span.category(),
                                                                span.weight()))
                                        .toList()));
        return evidence.stream().map(one -> one.showing(redaction.hide(one.text()))).toList();
    }

    private static List<IncidentDetail.Span> spans(String json) {
        JsonArray spans = new JsonArray(json);
        return IntStream.range(0, spans.size())
                .mapToObj(spans::getJsonObject)
                .map(EvidenceReader::span)
                .toList();
    }

    private static IncidentDetail.Span span(JsonObject span) {
        return new IncidentDetail.Span(
                span.getInteger("start"),
                span.getInteger("end"),
                span.getString("category"),
                span.getDouble("weight", 0.0));
    }
}
