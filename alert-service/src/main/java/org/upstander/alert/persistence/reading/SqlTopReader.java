package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.application.stats.TopReader;
import org.upstander.alert.domain.Risk;

/** By the partial index of attacks. */
@ApplicationScoped
class SqlTopReader implements TopReader {

    // See Risk.
    private static final String TOP =
            """
            select source, %1$s as author_key, %2$s as thread_id, count(*) as attacks,
                count(distinct assessment.author_key) as authors, count(distinct staff_id) as staff,
                max(severity)::int as severity, max(posted_at) as last_at,
                sum(severity * power(0.5::float8,
                    extract(epoch from %3$s::timestamptz - posted_at)::float8 / %4$d)) as risk
            from assessment where verdict = 'attack' and not spam and %5$s
            group by 1, 2, 3 order by risk desc, last_at desc, 1, 2, 3 limit %6$s
            """;

    private static final String NOTHING = "null::text";

    private final Rows rows;

    SqlTopReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<Ranked>> top(By by, StatsFilter filter, Instant from, Instant to, int most) {
        Conditions where = new Conditions();
        String now = where.place(to);
        where.from("posted_at", from)
                .before("posted_at", to)
                .and("staff_id = ?", filter.staff())
                .and("source = ?", filter.source())
                .onlyIf(by == By.THREADS, "thread_id is not null");
        String limit = where.place(most);
        return rows.list(
                TOP.formatted(
                        by == By.AUTHORS ? "author_key" : NOTHING,
                        by == By.THREADS ? "thread_id" : NOTHING,
                        now,
                        Risk.HALF_LIFE.toSeconds(),
                        where.sql(),
                        limit),
                where.values(),
                SqlTopReader::ranked);
    }

    private static Ranked ranked(Row row) {
        return new Ranked(
                row.getString("source"),
                row.getString("author_key"),
                row.getString("thread_id"),
                row.getLong("attacks"),
                row.getLong("authors"),
                row.getLong("staff"),
                row.getInteger("severity"),
                row.getDouble("risk"),
                Rows.time(row, "last_at"));
    }
}
