package org.upstander.scenarios.stage;

import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;
import org.upstander.scenarios.story.Happening;

/** What scoring would have sent. */
final class Assessments {

    /** Begins the id of what stands for an attempt to reach somebody. */
    static final String ATTEMPT = "attempt:";

    private Assessments() {}

    static Assessment of(Happening.Written post, String staffId) {
        Happening.Says says = post.says();
        return new Assessment(
                post.id() + "@" + staffId,
                staffId,
                new Assessment.Post(
                        post.postId(),
                        post.id(),
                        post.source(),
                        post.postId(),
                        author(post.by()),
                        post.thread(),
                        null,
                        null,
                        post.at(),
                        says.verdict() == Verdict.ATTACK ? post.text() : null,
                        null),
                says.verdict(),
                says.severity(),
                says.score(),
                says.categories(),
                says.binding(),
                List.of(),
                says.spam(),
                null,
                "story",
                post.at(),
                null);
    }

    /** An incident is made of assessments; this one says that somebody was approached. */
    static Assessment of(Happening.Approached attempt, int severity) {
        String id = ATTEMPT + attempt.id();
        return new Assessment(
                id + "@" + attempt.staff(),
                attempt.staff(),
                new Assessment.Post(
                        id,
                        id,
                        attempt.source(),
                        id,
                        author(attempt.by()),
                        null,
                        null,
                        null,
                        attempt.at(),
                        null,
                        null),
                Verdict.ATTACK,
                severity,
                1,
                List.of(),
                "handle",
                List.of(),
                false,
                null,
                "story",
                attempt.at(),
                null);
    }

    static String authorKey(String account, String source) {
        return author(account).key(source);
    }

    private static Author author(String account) {
        return new Author(account, account, null);
    }
}
