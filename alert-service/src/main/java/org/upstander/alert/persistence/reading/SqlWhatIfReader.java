package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.application.stats.WhatIfReader;
import org.upstander.alert.domain.WhatIf;
import org.upstander.alert.domain.noise.TimeBuckets;

@ApplicationScoped
class SqlWhatIfReader implements WhatIfReader {

    // Whoever has a bar of their own is judged by it already.
    private static final String WOULD_PAGE =
            """
            with people as materialized (
                select id, document::json #>> '{member,attackThreshold}' is not null as own,
                    coalesce((document::json #>> '{member,junior}')::boolean, false)::int as junior
                from staff)
            select a.staff_id, a.source, a.author_id, a.author_handle, a.thread_id, a.posted_at
            from assessment a left join people p on p.id = a.staff_id
            where not a.spam and %1$s
              and case when p.own then a.verdict = 'attack' else a.score >= %2$s end
              and greatest(a.severity, 1) + coalesce(p.junior, 0) >= %3$s
            order by a.posted_at, a.id limit %4$s
            """;

    private static final String DID =
            """
            select width_bucket(at, %1$s::timestamptz[]) - 1 as bucket, count(*) filter (where what = 'assessment') as assessments,
                count(*) filter (where what = 'incident') as incidents, count(*) filter (where what = 'page') as pages
            from (
                select 'assessment' as what, a.posted_at as at from assessment a where a.incident_id is not null and %2$s
                union all
                select 'incident', i.opened_at from incident i where i.merged_into is null and %3$s
                union all
                select 'page', p.fired_at from page p join incident i on i.id = p.incident_id
                where p.state = 'fired' and %4$s) done
            group by 1
            """;

    private final Rows rows;

    SqlWhatIfReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<WhatIf.Attack>> wouldPage(
            Bar bar, StatsFilter filter, Instant from, Instant to, int most) {
        Conditions where =
                new Conditions()
                        .from("a.posted_at", from)
                        .before("a.posted_at", to)
                        .and("a.staff_id = ?", filter.staff())
                        .and("a.source = ?", filter.source());
        String threshold = where.place(bar.threshold());
        String severity = where.place(bar.severity());
        String limit = where.place(most);
        return rows.list(
                WOULD_PAGE.formatted(where.sql(), threshold, severity, limit),
                where.values(),
                row ->
                        new WhatIf.Attack(
                                row.getString("staff_id"),
                                row.getString("source"),
                                row.getString("author_id"),
                                row.getString("author_handle"),
                                row.getString("thread_id"),
                                Rows.time(row, "posted_at")));
    }

    @Override
    public Uni<List<Did>> did(TimeBuckets buckets, StatsFilter filter) {
        OffsetDateTime[] edges =
                buckets.edges().stream()
                        .map(edge -> edge.atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new);
        Values values = new Values(buckets, filter);
        String places = values.place(edges);
        return rows.list(
                DID.formatted(
                        places,
                        values.within("a.posted_at", "a.staff_id", "a.source = ?"),
                        values.within("i.opened_at", "i.staff_id", "? = any (i.sources)"),
                        values.within("p.fired_at", "i.staff_id", "? = any (i.sources)")),
                values.all.values(),
                row ->
                        new Did(
                                row.getInteger("bucket"),
                                row.getLong("assessments"),
                                row.getLong("incidents"),
                                row.getLong("pages")));
    }

    /** The same times and filters, of several tables. */
    private static final class Values {

        private final Conditions all = new Conditions();
        private final StatsFilter filter;
        private final String from;
        private final String to;

        Values(TimeBuckets buckets, StatsFilter filter) {
            this.filter = filter;
            this.from = all.place(buckets.from());
            this.to = all.place(buckets.to());
        }

        String place(Object value) {
            return all.place(value);
        }

        String within(String at, String staff, String source) {
            StringBuilder where =
                    new StringBuilder("%s >= %s and %s < %s".formatted(at, from, at, to));
            if (filter.staff() != null) {
                where.append(" and ").append(staff).append(" = ").append(place(filter.staff()));
            }
            if (filter.source() != null) {
                where.append(" and ").append(source.replace("?", place(filter.source())));
            }
            return where.toString();
        }
    }
}
