package org.upstander.alert.http;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Statistics over what stands in the tables. */
abstract class StatsTestBase extends RestTestBase {

    /** Adds to both roll-ups. */
    static void counted(
            String staff,
            String source,
            String hour,
            int supportive,
            int neutral,
            int criticism,
            int attack,
            int spam) {
        for (String size : new String[] {"hour", "day"}) {
            sql(
                    """
                    insert into mention_%1$s as m (staff_id, source, %1$s, supportive, neutral, criticism, attack, spam)
                    values (?, ?, date_trunc('%1$s', cast(? as timestamptz), 'UTC'), ?, ?, ?, ?, ?)
                    on conflict (staff_id, source, %1$s) do update set supportive = m.supportive + excluded.supportive,
                        neutral = m.neutral + excluded.neutral, criticism = m.criticism + excluded.criticism,
                        attack = m.attack + excluded.attack, spam = m.spam + excluded.spam
                    """
                            .formatted(size),
                    staff,
                    source,
                    hour,
                    supportive,
                    neutral,
                    criticism,
                    attack,
                    spam);
        }
    }

    /** An assessment by an author in a thread, with a link. */
    static void assessed(
            String id,
            String staff,
            String author,
            String thread,
            String postedAt,
            String verdict,
            int severity,
            double score) {
        sql(
                """
                insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, author_id, author_handle,
                    thread_id, url, posted_at, assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model)
                values (?, ?, 'r1', ?, 'forum', '1', ?, ?, ?, ?, ?, cast(? as timestamptz), now(), now(), ?, ?, ?, '{}',
                    'name', false, 'm')
                """,
                id,
                "po-" + id,
                staff,
                "key-" + author,
                author,
                author,
                thread,
                "https://forum.example.org/t/" + id,
                postedAt,
                verdict,
                severity,
                score);
    }

    static ValidatableResponse get(String path, Map<String, ?> parameters) {
        return admin().queryParams(parameters).get(path).then();
    }
}
