package org.upstander.alert.application;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;

/** Posts on one person, outside of any thread. */
public final class Attacks {

    private Attacks() {}

    /**
     * @param id of the post, the assessment is {@code as} and that
     */
    static Assessment by(String author, String id, Verdict verdict, int severity, Instant at) {
        return by(new Author(author, null, null), id, verdict, severity, at);
    }

    /** The same, by whatever is told of an author. */
    public static Assessment by(
            Author author, String id, Verdict verdict, int severity, Instant at) {
        return new Assessment(
                "as" + id,
                "cm-07",
                new Assessment.Post(
                        "po" + id, "r1", "forum", id, author, null, null, null, at, "text", null),
                verdict,
                severity,
                0.9,
                List.of("insult"),
                "name",
                List.of(),
                false,
                null,
                "m",
                at,
                null);
    }
}
