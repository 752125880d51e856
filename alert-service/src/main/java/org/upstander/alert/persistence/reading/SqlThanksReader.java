package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.application.stats.ThanksReader;

@ApplicationScoped
class SqlThanksReader implements ThanksReader {

    private static final String LATEST =
            """
            select staff_id, source, url, posted_at from assessment
            where verdict = 'supportive' and not spam and url is not null and %s
            order by posted_at desc, id desc limit %s
            """;

    /** A post that was edited is there again. */
    private static final int REVISIONS = 4;

    private final Rows rows;

    SqlThanksReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<Praise>> latest(StatsFilter filter, Instant from, Instant to, int most) {
        Conditions where =
                new Conditions()
                        .from("posted_at", from)
                        .before("posted_at", to)
                        .and("staff_id = ?", filter.staff())
                        .and("source = ?", filter.source());
        String limit = where.place(most * REVISIONS);
        return rows.list(
                        LATEST.formatted(where.sql(), limit),
                        where.values(),
                        row ->
                                new Praise(
                                        row.getString("staff_id"),
                                        row.getString("source"),
                                        row.getString("url"),
                                        Rows.time(row, "posted_at")))
                .map(found -> eachOnce(found).stream().limit(most).toList());
    }

    private static List<Praise> eachOnce(List<Praise> found) {
        record Link(String staffId, String url) {}
        return List.copyOf(
                found.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> new Link(one.staffId(), one.url()),
                                        Function.identity(),
                                        (first, again) -> first,
                                        LinkedHashMap::new))
                        .values());
    }
}
