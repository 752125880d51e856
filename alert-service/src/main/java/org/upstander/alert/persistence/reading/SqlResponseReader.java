package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.upstander.alert.application.stats.GroupBy;
import org.upstander.alert.application.stats.ResponseReader;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.domain.noise.TimeBuckets;

@ApplicationScoped
class SqlResponseReader implements ResponseReader {

    // Of several verdicts on one post the last counts, as for the figures of the model.
    private static final String RESPONDED =
            """
            with opened as (
                select i.staff_id, i.sources, i.opened_at,
                    extract(epoch from coalesce(
                        (select min(at) from acknowledgement a where a.incident_id = i.id), i.acknowledged_at)
                        - i.opened_at)::float8 as acknowledged,
                    extract(epoch from i.resolved_at - i.opened_at)::float8 as resolved,
                    (select count(*) from page p where p.incident_id = i.id and p.state = 'fired') as pages,
                    (select bool_or(last.verdict = 'attack') from (
                        select distinct on (r.assessment_id) r.verdict
                        from assessment a join review r on r.assessment_id = a.id where a.incident_id = i.id
                        order by r.assessment_id, r.at desc) last) as meant
                from incident i where i.merged_into is null and %1$s)
            select width_bucket(opened_at, %2$s::timestamptz[]) - 1 as bucket, %3$s as name, count(*) as incidents,
                count(acknowledged) as acknowledged,
                percentile_cont(0.5) within group (order by acknowledged) as acknowledge_p50,
                percentile_cont(0.9) within group (order by acknowledged) as acknowledge_p90,
                count(resolved) as resolved,
                percentile_cont(0.5) within group (order by resolved) as resolve_p50,
                percentile_cont(0.9) within group (order by resolved) as resolve_p90,
                sum(pages)::bigint as pages, count(meant) as judged, count(*) filter (where not meant) as judged_false
            from %4$s group by 1, 2 order by 1, 2
            """;

    private final Rows rows;

    SqlResponseReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<Responded>> read(TimeBuckets buckets, GroupBy groupBy, StatsFilter filter) {
        Conditions where = new Conditions();
        String edges =
                where.place(
                        buckets.edges().stream()
                                .map(edge -> edge.atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new));
        where.from("i.opened_at", buckets.from())
                .before("i.opened_at", buckets.to())
                .and("i.staff_id = ?", filter.staff())
                .and("? = any (i.sources)", filter.source());
        boolean bySource = groupBy == GroupBy.SOURCE;
        return rows.list(
                RESPONDED.formatted(
                        where.sql(),
                        edges,
                        bySource ? "source" : groupBy == GroupBy.STAFF ? "staff_id" : "''::text",
                        bySource ? "opened, unnest(sources) as source" : "opened"),
                where.values(),
                SqlResponseReader::responded);
    }

    private static Responded responded(Row row) {
        return new Responded(
                row.getInteger("bucket"),
                row.getString("name"),
                row.getLong("incidents"),
                row.getLong("acknowledged"),
                new Seconds(row.getDouble("acknowledge_p50"), row.getDouble("acknowledge_p90")),
                row.getLong("resolved"),
                new Seconds(row.getDouble("resolve_p50"), row.getDouble("resolve_p90")),
                row.getLong("pages"),
                row.getLong("judged"),
                row.getLong("judged_false"));
    }
}
