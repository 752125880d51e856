package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.stats.GroupBy;
import org.upstander.alert.application.stats.MentionReader;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Days of UTC are rolled up; other days are made of hours, each of the day in which it begins. */
@ApplicationScoped
class SqlMentionReader implements MentionReader {

    // What a day is depends on Java's zones, so its edges are given; few rows are left for that.
    private static final String COUNTS =
            """
            select width_bucket(begin, %1$s::timestamptz[]) - 1 as bucket, %3$s as name,
                sum(supportive)::bigint as supportive, sum(neutral)::bigint as neutral,
                sum(criticism)::bigint as criticism, sum(attack)::bigint as attack, sum(spam)::bigint as spam
            from (select %2$s as begin, sum(supportive) as supportive, sum(neutral) as neutral,
                      sum(criticism) as criticism, sum(attack) as attack, sum(spam) as spam%4$s
                  from mention_%2$s where %5$s group by %2$s%4$s) small
            group by 1, 2 limit %6$s
            """;

    private static final String ATTACK_HOURS =
            """
            select hour, sum(attack) as attack from mention_hour
            where staff_id = $1 and hour >= $2 and attack > 0 group by hour
            """;

    private final Rows rows;

    SqlMentionReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<Counted>> counts(
            TimeBuckets buckets, GroupBy groupBy, StatsFilter filter, int most) {
        String begin = buckets.utcDays() ? "day" : "hour";
        Conditions where = new Conditions();
        String edges = where.place(edges(buckets));
        where.from(begin, buckets.from())
                .before(begin, buckets.to())
                .and("staff_id = ?", filter.staff())
                .and("source = ?", filter.source());
        String limit = where.place(most);
        return rows.list(
                COUNTS.formatted(
                        edges,
                        begin,
                        column(groupBy).orElse("''::text"),
                        column(groupBy).map(column -> ", " + column).orElse(""),
                        where.sql(),
                        limit),
                where.values(),
                row -> new Counted(row.getInteger("bucket"), row.getString("name"), mentions(row)));
    }

    @Override
    public Uni<List<Dose.Hour>> attackHours(String staffId, Instant from) {
        return rows.list(
                ATTACK_HOURS,
                List.of(staffId, from.atOffset(ZoneOffset.UTC)),
                row -> new Dose.Hour(Rows.time(row, "hour"), row.getLong("attack")));
    }

    private static Optional<String> column(GroupBy groupBy) {
        return switch (groupBy) {
            case STAFF -> Optional.of("staff_id");
            case SOURCE -> Optional.of("source");
            case NONE, VERDICT -> Optional.empty();
        };
    }

    private static OffsetDateTime[] edges(TimeBuckets buckets) {
        return buckets.edges().stream()
                .map(edge -> edge.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static Mentions mentions(Row row) {
        return new Mentions(
                row.getLong("supportive"),
                row.getLong("neutral"),
                row.getLong("criticism"),
                row.getLong("attack"),
                row.getLong("spam"));
    }
}
