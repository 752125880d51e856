package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;
import org.upstander.alert.application.review.ModelFigures;
import org.upstander.alert.application.review.Review;
import org.upstander.alert.application.review.ReviewFilter;
import org.upstander.alert.application.review.ReviewStore;
import org.upstander.alert.application.review.ReviewedAssessment;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Redaction;

@ApplicationScoped
class SqlReviews implements ReviewStore {

    private static final String KEEP =
            """
            insert into review (assessment_id, reviewer, verdict, note, at)
            select id, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as timestamptz) from assessment
            where id = $1 and (cast($6 as text) is null or incident_id = $6)
            on conflict (assessment_id, reviewer) do update
                set verdict = excluded.verdict, note = excluded.note, at = excluded.at
            returning assessment_id
            """;

    private static final String FIGURES =
            """
            with last as (
                select distinct on (assessment_id) assessment_id, verdict
                from review order by assessment_id, at desc)
            select a.model, a.source, count(*) as reviewed,
                count(*) filter (where a.verdict = 'attack') as attacks,
                count(*) filter (where a.verdict = 'attack' and l.verdict = 'attack') as right_attacks,
                count(*) filter (where a.verdict <> 'attack' and l.verdict = 'attack') as missed_attacks,
                count(*) filter (where l.verdict = 'spam') as spam,
                count(*) filter (where l.verdict = 'mistaken-person') as mistaken_person
            from last l join assessment a on a.id = l.assessment_id
            group by a.model, a.source order by a.model desc, a.source
            """;

    private static final String LIST =
            """
            select a.id, a.staff_id, a.source, a.incident_id, a.model, a.verdict, a.severity, a.score,
                a.categories, a.binding, a.language, r.reviewer, r.verdict as reviewed_verdict, r.note, r.at as reviewed_at, e.text, e.spans
            from review r join assessment a on a.id = r.assessment_id
            left join evidence e on e.assessment_id = a.id
            where %s order by r.at desc, r.assessment_id desc limit %s
            """;

    private static final String READ =
            """
            insert into evidence_read (incident_id, reader, at, items)
            select incident_id, $1, cast($2 as timestamptz), count(*) from evidence where assessment_id = any ($3)
            group by incident_id
            """;

    private final Rows rows;
    private final Clock clock;

    SqlReviews(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> keep(Review review, String incidentId) {
        return rows.list(
                        KEEP,
                        Arrays.asList(
                                review.assessmentId(),
                                review.by(),
                                review.verdict().wire(),
                                review.note(),
                                review.at().atOffset(ZoneOffset.UTC),
                                incidentId),
                        row -> row.getString("assessment_id"))
                .map(kept -> !kept.isEmpty());
    }

    @Override
    public Uni<List<ModelFigures>> figures() {
        return rows.list(
                FIGURES,
                List.of(),
                row ->
                        ModelFigures.of(
                                row.getString("model"),
                                row.getString("source"),
                                row.getLong("reviewed"),
                                row.getLong("attacks"),
                                row.getLong("right_attacks"),
                                row.getLong("missed_attacks"),
                                row.getLong("spam"),
                                row.getLong("mistaken_person")));
    }

    @Override
    public Uni<Slice<ReviewedAssessment>> list(Query<ReviewFilter> query, String reader) {
        ReviewFilter filter = query.filter();
        Conditions where =
                new Conditions()
                        .and("a.staff_id = ?", filter.staff())
                        .and("a.source = ?", filter.source())
                        .from("r.at", filter.from())
                        .before("r.at", filter.to());
        query.after().ifPresent(p -> where.behind("r.at", "r.assessment_id", p.at(), p.id()));
        String limit = where.place(query.limit() + 1);
        return rows.list(
                        LIST.formatted(where.sql(), limit),
                        where.values(),
                        row -> reviewed(row, reader != null))
                .map(
                        found ->
                                Rows.slice(
                                        found,
                                        query.limit(),
                                        last -> new Place(last.review().at(), last.assessmentId())))
                .call(slice -> noteReading(slice, reader));
    }

    /** Whoever takes texts away has read them. */
    private Uni<Void> noteReading(Slice<ReviewedAssessment> slice, String reader) {
        String[] ids =
                slice.items().stream()
                        .filter(item -> item.text() != null)
                        .map(ReviewedAssessment::assessmentId)
                        .toArray(String[]::new);
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : rows.execute(
                        READ, Arrays.asList(reader, clock.instant().atOffset(ZoneOffset.UTC), ids));
    }

    private static ReviewedAssessment reviewed(Row row, boolean text) {
        return new ReviewedAssessment(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("source"),
                row.getString("incident_id"),
                new ReviewedAssessment.Assessed(
                        row.getString("model"),
                        row.getString("verdict"),
                        row.getInteger("severity"),
                        row.getDouble("score"),
                        Rows.texts(row, "categories"),
                        row.getString("binding"),
                        row.getString("language")),
                new ReviewedAssessment.Verdict(
                        row.getString("reviewed_verdict"),
                        row.getString("reviewer"),
                        row.getString("note"),
                        Rows.time(row, "reviewed_at")),
                text ? shown(row) : null);
    }

    private static String shown(Row row) {
        String text = row.getString("text");
        return text == null
                ? null
                : new Redaction()
                        .learn(
                                text,
                                Arrays.asList(
                                        Json.decodeValue(
                                                row.getString("spans"), Assessment.Span[].class)))
                        .hide(text);
    }
}
