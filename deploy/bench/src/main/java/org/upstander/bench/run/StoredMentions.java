package org.upstander.bench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.upstander.bench.traffic.AssessmentRecord;
import org.upstander.bench.traffic.Regulars;

/**
 * What lies in the database before a mention is weighed: up to {@value #MOST_POSTS} posts of a
 * month for each of the regulars, always the same, and a year of what others wrote, 2 of a hundred
 * an attack. Attacks are in incidents and have marks, a hundredth of the others has a signal.
 */
final class StoredMentions {

    static final int MOST_POSTS = 200;
    private static final int OTHERS = 20_000;
    private static final String MODEL = "stored-1";

    private static final String COLUMNS =
            """
            insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, author_id, author_handle, thread_id,
                posted_at, assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, language, model)
            """;

    /** By what the service has written of each; n is the number of a regular, j that of a post. */
    private static final String REGULARS =
            COLUMNS
                    + """
                    select md5('regular-' || n || '-' || j), md5('post-' || n || '-' || j), 'r1', staff_id, source, n || '-' || j,
                        author_key, author_id, author_handle, 'th-' || j, at, at, at, verdict,
                        case when verdict = 'attack' then 1 else 0 end, j %% 7 / 20.0, '{}', 'name', false, 'en', '%1$s'
                    from (select staff_id, source, author_key, author_id, author_handle, cast(substr(author_id, 2) as int) as n
                          from assessment where verdict = 'neutral') known
                    cross join lateral (select cast(ceil(%2$d * power((n + 1) / %3$d.0, 3)) as int) as posts) many
                    cross join lateral generate_series(1, posts) j
                    cross join lateral (select now() - j * interval '29 days' / posts as at,
                        case when n %% 10 = 9 and j %% 20 = 0 then 'attack' when n %% 10 = 9 and j %% 2 = 0 then 'criticism'
                            when n %% 10 = 9 then 'neutral' when j %% 5 = 0 then 'criticism' when j %% 5 < 3 then 'supportive'
                            else 'neutral' end as verdict) said
                    """
                            .formatted(MODEL, MOST_POSTS, Regulars.COUNT);

    /** Evenly over a year, in the order of time. */
    private static final String YEAR =
            COLUMNS
                    + """
                    select md5('as-' || n), md5('po-' || n), 'r1', 'st-' || lpad((h %% %3$d + 1)::text, 4, '0'), 'source-' || h / %3$d %% 4, n::text,
                        md5('ak-' || a), 'o' || a, 'other_' || a, 'th-' || n / 40, at, at, at,
                        case when v < 2 then 'attack' when v < 14 then 'supportive' when v < 34 then 'criticism' else 'neutral' end,
                        case when v < 2 then 1 + n %% 3 else 0 end, n %% 1000 / 2000.0, '{}', 'name', h %% 101 = 0, 'en', '%1$s'
                    from (select n, hashint4(n) & 2147483647 as h, (hashint4(-n) & 2147483647) %% %4$d as a,
                              (hashint4(n) & 2147483647) / 1000 %% 100 as v, now() - (%2$d - n) * (interval '365 days' / %2$d) as at
                          from generate_series(1, %2$d) n) made
                    """;

    /** Each was called about, and is resolved. */
    private static final List<String> INCIDENTS =
            List.of(
                    """
                    insert into incident (id, staff_id, state, severity, categories, sources, post_count, author_count, opened_at,
                        last_activity_at, resolved_at, version)
                    select 'in-' || id, staff_id, 'resolved', severity, '{insult}', array[source], 1, 1, posted_at, posted_at, posted_at, 1
                    from assessment where verdict = 'attack' and not spam and model = '%1$s'
                    """,
                    """
                    update assessment set incident_id = 'in-' || id where verdict = 'attack' and not spam and model = '%1$s'
                    """);

    /** Others' attacks say something of their own, those of regulars what many say. */
    private static final List<String> MARKS =
            List.of(
                    """
                    insert into pattern_mark (mark, assessment_id, staff_id, author_key, source, at)
                    select 'text:' || band || ':' || md5(band || id), id, staff_id, author_key, source, posted_at
                    from assessment cross join generate_series(0, 3) band
                    where verdict = 'attack' and not spam and model = '%1$s' and author_id like 'o%%'
                      and posted_at > now() - interval '30 days'
                    """,
                    """
                    insert into pattern_mark (mark, assessment_id, staff_id, author_key, source, at)
                    select known.mark, a.id, a.staff_id, a.author_key, a.source, a.posted_at
                    from assessment a cross join (select distinct mark from pattern_mark where assessment_id in
                        (select id from assessment where model = '%2$s')) known
                    where a.verdict = 'attack' and a.model = '%1$s' and a.author_id like 'a%%'
                    """);

    /** Whoever does not let go was warned by the person, and had asked for her friendship. */
    private static final List<String> SIGNALS =
            List.of(
                    """
                    insert into signal (id, type, action, kind, account, author_key, author_id, author_handle, by_staff, staff_id,
                        source, at, received_at)
                    select md5('signal-' || id), case when moderated then 'moderation-action' else 'contact-attempt' end,
                        case when moderated then 'remove-post' end, case when moderated then null else 'follow' end,
                        case when moderated then null else 'professional' end, author_key, author_id, author_handle,
                        case when moderated then staff_id end, case when moderated then null else staff_id end, source, posted_at, posted_at
                    from (select *, hashtext(id) %% 2 = 0 as moderated from assessment
                          where model = '%1$s' and author_id like 'o%%' and hashtext(id) %% 100 in (0, 1)) chosen
                    """,
                    """
                    insert into signal (id, type, action, kind, account, author_key, author_id, author_handle, by_staff, staff_id,
                        source, at, received_at)
                    select md5(type || author_id), type, action, kind, account, author_key, author_id, author_handle,
                        case when action is null then null else staff_id end, case when action is null then staff_id end,
                        source, now() - days * interval '1 day', now()
                    from assessment cross join (values ('moderation-action', 'warn', null, null, 10),
                        ('contact-attempt', null, 'friend-request', 'personal', 20)) told (type, action, kind, account, days)
                    where model = '%2$s' and author_id like 'a_9' or model = '%2$s' and author_id = 'a9'
                    """,
                    """
                    insert into incident_signal (signal_id, incident_id)
                    select s.id, min(i.id) from signal s join incident i on i.staff_id = s.staff_id
                    where s.type = 'contact-attempt' and s.author_id like 'o%%' group by s.id
                    """,
                    "update assessment set model = '%1$s' where model = '%2$s'");

    private final Connection connection;

    StoredMentions(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param size how many assessments there are then; those of whom a first one is there already
     *     are among their authors
     */
    void fill(int size) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(REGULARS);
            int others = size - (int) count(statement, "select count(*) from assessment");
            statement.execute(YEAR.formatted(MODEL, others, Regulars.COUNT, OTHERS));
            for (List<String> some : List.of(INCIDENTS, MARKS, SIGNALS)) {
                for (String sql : some) {
                    statement.execute(sql.formatted(MODEL, AssessmentRecord.MODEL));
                }
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Forgets what came since, except the incidents: nothing that was stored is part of them. */
    void forgetTheRest() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "delete from assessment where model = '" + AssessmentRecord.MODEL + "'");
            statement.execute(
                    "update assessment set incident_id = null where incident_id not like 'in-%'");
            statement.execute("delete from told_run");
            statement.execute("vacuum analyze assessment, pattern_mark");
        }
    }

    /** Assessments that came since. */
    long recorded() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return count(
                    statement,
                    "select count(*) from assessment where model = '"
                            + AssessmentRecord.MODEL
                            + "'");
        }
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
