package org.upstander.alert.engine;

import java.time.Instant;
import java.util.List;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;

/** Assessments as scoring-service would write them. */
record Posts(String staffId) {

    AssessmentEvent attack(String id, String author, String thread) {
        return assessment(id, "r1", author, thread, "attack", 2, "you are a disgrace " + id);
    }

    AssessmentEvent assessment(
            String post,
            String revision,
            String author,
            String thread,
            String verdict,
            int severity,
            String text) {
        return assessment(post, revision, author, thread, verdict, severity, text, null);
    }

    /** As above, while thresholds are on trial that say {@code shadow}. */
    AssessmentEvent assessment(
            String post,
            String revision,
            String author,
            String thread,
            String verdict,
            int severity,
            String text,
            String shadow) {
        String id = staffId + "-" + post;
        return new AssessmentEvent(
                id + "-" + revision,
                id,
                revision,
                staffId,
                "forum",
                id,
                new Author(author, author, null, null, null),
                thread == null ? null : new PostEvent.Thread(thread, "Judging"),
                "https://forum.example.org/t/" + post,
                Instant.now(),
                Instant.now(),
                verdict,
                severity,
                0.9,
                severity == 0
                        ? List.of()
                        : List.of(new AssessmentEvent.CategoryScore("insult", 0.9)),
                new AssessmentEvent.Binding("name", "Dana", 0, 4),
                List.of(),
                false,
                "en",
                "test-1",
                severity == 0 ? null : text,
                shadow,
                Instant.now());
    }

    /** The same, posted at another time. */
    static AssessmentEvent at(Instant time, AssessmentEvent event) {
        return copy(event, event.assessmentId(), event.staffId(), event.author(), time, time);
    }

    /** The same, by another author. */
    static AssessmentEvent by(Author author, AssessmentEvent event) {
        return copy(
                event,
                event.assessmentId(),
                event.staffId(),
                author,
                event.postedAt(),
                event.assessedAt());
    }

    /** The same post, as it is about another one. */
    static AssessmentEvent about(String staff, AssessmentEvent event) {
        return copy(
                event,
                event.assessmentId() + "-" + staff,
                staff,
                event.author(),
                event.postedAt(),
                event.assessedAt());
    }

    private static AssessmentEvent copy(
            AssessmentEvent event,
            String id,
            String staff,
            Author author,
            Instant postedAt,
            Instant assessedAt) {
        return new AssessmentEvent(
                id,
                event.postId(),
                event.revision(),
                staff,
                event.source(),
                event.externalId(),
                author,
                event.thread(),
                event.url(),
                postedAt,
                assessedAt,
                event.verdict(),
                event.severity(),
                event.score(),
                event.categories(),
                event.binding(),
                event.evidence(),
                event.spam(),
                event.language(),
                event.model(),
                event.text(),
                event.shadow(),
                event.receivedAt());
    }
}
