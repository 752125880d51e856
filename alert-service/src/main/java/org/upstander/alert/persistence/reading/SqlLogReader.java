package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.upstander.alert.application.reading.AssessmentView;
import org.upstander.alert.application.reading.Filters;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.application.reading.LogReader;
import org.upstander.alert.application.reading.NotificationView;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;
import org.upstander.alert.application.reading.Summary;

@ApplicationScoped
class SqlLogReader implements LogReader {

    private static final String ASSESSMENTS =
            """
            select id, post_id, revision, staff_id, source, external_id, author_id, author_handle, thread_id, url,
                posted_at, assessed_at, verdict, severity, score, categories, binding, spam, language, model,
                incident_id, shadow
            from assessment where %s order by posted_at desc, id desc limit %s
            """;

    /** As the partial index has it; without a shadow it is null, which is no row. */
    private static final String DISAGREEING = "(verdict = 'attack') <> (shadow = 'attack')";

    private static final String NOTIFICATIONS =
            """
            select id, delivery_id, incident_id, kind, contact_id, channel, step, attempt, at, took_ms, outcome,
                failure, receipt
            from notification where %s order by at desc, id desc limit %s
            """;

    private final Rows rows;
    private final SummaryReader summaries;

    SqlLogReader(Rows rows, SummaryReader summaries) {
        this.rows = rows;
        this.summaries = summaries;
    }

    @Override
    public Uni<Slice<AssessmentView>> assessments(Query<Filters.Assessments> query) {
        Filters.Assessments filter = query.filter();
        Conditions where =
                new Conditions()
                        .and("staff_id = ?", filter.staff())
                        .and("? in (author_id, author_handle)", filter.author())
                        .and("source = ?", filter.source())
                        .and("verdict = ?", filter.verdict())
                        .and("? = any (categories)", filter.category())
                        .and("severity >= ?", filter.severity())
                        .onlyIf(filter.disagreeing(), DISAGREEING)
                        .from("posted_at", filter.from())
                        .before("posted_at", filter.to());
        query.after().ifPresent(p -> where.behind("posted_at", "id", p.at(), p.id()));
        String limit = where.place(query.limit() + 1);
        return rows.list(
                        ASSESSMENTS.formatted(where.sql(), limit),
                        where.values(),
                        SqlLogReader::assessment)
                .map(
                        found ->
                                Rows.slice(
                                        found,
                                        query.limit(),
                                        last -> new Place(last.postedAt(), last.id())));
    }

    @Override
    public Uni<Slice<NotificationView>> notifications(Query<Filters.Notifications> query) {
        Filters.Notifications filter = query.filter();
        Conditions where =
                new Conditions()
                        .and("incident_id = ?", filter.incident())
                        .and("contact_id = ?", filter.contact())
                        .and("channel = ?", filter.channel())
                        .and("outcome = ?", filter.outcome())
                        .from("at", filter.from())
                        .before("at", filter.to());
        query.after().ifPresent(p -> where.behind("at", "id", p.at(), Long.valueOf(p.id())));
        String limit = where.place(query.limit() + 1);
        return rows.list(
                        NOTIFICATIONS.formatted(where.sql(), limit),
                        where.values(),
                        SqlLogReader::notification)
                .map(
                        found ->
                                Rows.slice(
                                        found,
                                        query.limit(),
                                        last -> new Place(last.at(), last.id())));
    }

    @Override
    public Uni<Summary> summary(Instant now) {
        return summaries.at(now);
    }

    private static AssessmentView assessment(Row row) {
        return new AssessmentView(
                row.getString("id"),
                row.getString("post_id"),
                row.getString("revision"),
                row.getString("staff_id"),
                row.getString("source"),
                row.getString("external_id"),
                new IncidentView.Author(row.getString("author_id"), row.getString("author_handle")),
                row.getString("thread_id"),
                row.getString("url"),
                Rows.time(row, "posted_at"),
                Rows.time(row, "assessed_at"),
                row.getString("verdict"),
                row.getInteger("severity"),
                row.getDouble("score"),
                Rows.texts(row, "categories"),
                row.getString("binding"),
                row.getBoolean("spam"),
                row.getString("language"),
                row.getString("model"),
                row.getString("incident_id"),
                row.getString("shadow"));
    }

    private static NotificationView notification(Row row) {
        return new NotificationView(
                Long.toString(row.getLong("id")),
                row.getString("delivery_id"),
                row.getString("incident_id"),
                row.getString("kind"),
                row.getString("contact_id"),
                row.getString("channel"),
                row.getInteger("step"),
                row.getInteger("attempt"),
                Rows.time(row, "at"),
                row.getLong("took_ms"),
                row.getString("outcome"),
                row.getString("failure"),
                row.getString("receipt"));
    }
}
