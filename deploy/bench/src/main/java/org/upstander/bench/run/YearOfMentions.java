package org.upstander.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A year of assessments, evenly over time: {@value #STAFF} people on {@value #SOURCES} sources, 2
 * of a hundred an attack, 12 supportive, 20 criticism, 1 spam. The roll-ups are made of them as the
 * service's own migration does it.
 */
final class YearOfMentions {

    static final int STAFF = 50;
    static final int SOURCES = 4;
    private static final int AUTHORS = 20_000;

    private static final String ASSESSMENTS =
            """
            insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, author_id, author_handle,
                thread_id, url, posted_at, assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, language, model)
            select 'as-' || n, 'po-' || n, 'r1', 'cm-' || h %% %1$d, 'source-' || h / %1$d %% %2$d, n::text, 'ak-' || a, a::text,
                'handle-' || a, 'th-' || n / 40, 'https://forum.example.org/t/' || n, at, at, at,
                case when v < 2 then 'attack' when v < 14 then 'supportive' when v < 34 then 'criticism'
                    else 'neutral' end,
                case when v < 2 then 1 + h / 100 %% 3 else 0 end, (h %% 1000) / 1000.0, '{}', 'name', h %% 101 = 0, 'en', 'bench-1'
            from (select n, hashint4(n) & 2147483647 as h, (hashint4(n + 17) & 2147483647) %% 100 as v, (hashint4(-n) & 2147483647) %% %3$d as a,
                      now() - (%4$d - n) * (interval '365 days' / %4$d) as at
                  from generate_series(1, %4$d) n) made
            """;

    /** By the unit of the roll-up, in the order in which time brings the rows. */
    private static final String ROLL_UP =
            """
            insert into mention_%1$s (staff_id, source, %1$s, supportive, neutral, criticism, attack, spam)
            select staff_id, source, date_trunc('%1$s', posted_at, 'UTC'), count(*) filter (where verdict = 'supportive' and not spam),
                count(*) filter (where verdict = 'neutral' and not spam), count(*) filter (where verdict = 'criticism' and not spam),
                count(*) filter (where verdict = 'attack' and not spam), count(*) filter (where spam)
            from assessment group by 1, 2, 3 order by 3, 1, 2
            """;

    private YearOfMentions() {}

    /**
     * @param assessments how many
     */
    static void fill(Connection connection, int assessments) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate mention_hour, mention_day");
            statement.execute(ASSESSMENTS.formatted(STAFF, SOURCES, AUTHORS, assessments));
            for (String size : List.of("hour", "day")) {
                statement.execute(ROLL_UP.formatted(size));
            }
            statement.execute("vacuum analyze assessment, mention_hour, mention_day");
        }
    }
}
