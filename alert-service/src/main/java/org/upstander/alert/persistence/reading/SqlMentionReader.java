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
import org.upstander.alert.domain.noise.UtcDays;

/**
 * Days of UTC are rolled up; other days are made of these and of the hours by which they differ, in
 * one statement, so that nothing comes between.
 */
@ApplicationScoped
class SqlMentionReader implements MentionReader {

    // What a day is depends on Java's zones, so its edges are given; few rows are left for that.
    private static final String COUNTED =
            """
            select width_bucket(begin, %1$s::timestamptz[]) - 1 as bucket, %3$s as name,
                sum(supportive)::bigint as supportive, sum(neutral)::bigint as neutral,
                sum(criticism)::bigint as criticism, sum(attack)::bigint as attack, sum(spam)::bigint as spam
            from (select %2$s as begin, sum(supportive) as supportive, sum(neutral) as neutral,
                      sum(criticism) as criticism, sum(attack) as attack, sum(spam) as spam%4$s
                  from mention_%2$s where %5$s group by %2$s%4$s) small
            group by 1, 2
            """;

    // Where nothing is left once the hours went elsewhere there was nothing.
    private static final String MOVED =
            """
            select bucket, name, sum(supportive)::bigint as supportive, sum(neutral)::bigint as neutral,
                sum(criticism)::bigint as criticism, sum(attack)::bigint as attack, sum(spam)::bigint as spam
            from (%1$s
                union all
                select bucket, name, sign * supportive, sign * neutral, sign * criticism, sign * attack, sign * spam
                from (select width_bucket(hour, %2$s::timestamptz[]) as move, %3$s as name,
                          sum(supportive) as supportive, sum(neutral) as neutral, sum(criticism) as criticism,
                          sum(attack) as attack, sum(spam) as spam
                      from mention_hour where %4$s and hour = any(%5$s::timestamptz[]) group by 1, 2) hours
                    join unnest(%6$s::int[], %7$s::int[]) with ordinality as moves (counted, belongs, move) using (move)
                    cross join lateral (values (belongs, 1), (counted, -1)) as both_ways (bucket, sign)
                where bucket between 0 and %8$s) parts
            group by 1, 2 having sum(supportive + neutral + criticism + attack + spam) > 0
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
        Conditions where =
                new Conditions()
                        .and("staff_id = ?", filter.staff())
                        .and("source = ?", filter.source());
        String whom = where.sql();
        String sql;
        if (buckets.size() == TimeBuckets.Size.DAY) {
            UtcDays days = UtcDays.of(buckets);
            String counted = counted("day", days.edges(), groupBy, where);
            sql = days.moves().isEmpty() ? counted : moved(counted, days, groupBy, whom, where);
        } else {
            sql = counted("hour", buckets.edges(), groupBy, where);
        }
        return rows.list(
                sql + " limit " + where.place(most),
                where.values(),
                row -> new Counted(row.getInteger("bucket"), row.getString("name"), mentions(row)));
    }

    private static String counted(
            String begin, List<Instant> edges, GroupBy groupBy, Conditions where) {
        where.from(begin, edges.get(0)).before(begin, edges.get(edges.size() - 1));
        return COUNTED.formatted(
                where.place(times(edges)),
                begin,
                name(groupBy),
                column(groupBy).map(column -> ", " + column).orElse(""),
                where.sql());
    }

    private static String moved(
            String counted, UtcDays days, GroupBy groupBy, String whom, Conditions where) {
        List<UtcDays.Move> moves = days.moves();
        return MOVED.formatted(
                counted,
                where.place(times(moves.stream().map(UtcDays.Move::from).toList())),
                name(groupBy),
                whom,
                where.place(times(days.movedHours())),
                where.place(moves.stream().map(UtcDays.Move::counted).toArray(Integer[]::new)),
                where.place(moves.stream().map(UtcDays.Move::belongs).toArray(Integer[]::new)),
                where.place(days.edges().size() - 2));
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

    private static String name(GroupBy groupBy) {
        return column(groupBy).orElse("''::text");
    }

    private static OffsetDateTime[] times(List<Instant> times) {
        return times.stream()
                .map(time -> time.atOffset(ZoneOffset.UTC))
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
