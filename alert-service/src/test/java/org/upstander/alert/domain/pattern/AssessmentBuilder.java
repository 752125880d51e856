package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;

/** A neutral assessment of a post by Heath on Dana, unless a test says otherwise. */
final class AssessmentBuilder {

    static final Author HEATH = new Author("8", "heath", "Heath");

    private final String id;
    private Instant at = PostBuilder.NOON;
    private Verdict verdict = Verdict.NEUTRAL;
    private int severity;
    private double score = 0.1;
    private List<String> categories = List.of();
    private String binding = "reply";
    private boolean spam;

    private AssessmentBuilder(String id) {
        this.id = id;
    }

    static AssessmentBuilder assessment(String id) {
        return new AssessmentBuilder(id);
    }

    AssessmentBuilder saying(Verdict what) {
        verdict = what;
        return this;
    }

    AssessmentBuilder attack(int weighs, String... named) {
        severity = weighs;
        score = 0.9;
        categories = List.of(named);
        return saying(Verdict.ATTACK);
    }

    AssessmentBuilder scoring(double probability) {
        score = probability;
        return this;
    }

    AssessmentBuilder boundBy(String how) {
        binding = how;
        return this;
    }

    AssessmentBuilder after(Duration span) {
        at = at.plus(span);
        return this;
    }

    AssessmentBuilder at(Instant instant) {
        at = instant;
        return this;
    }

    AssessmentBuilder spam() {
        spam = true;
        return this;
    }

    Assessment made() {
        return new Assessment(
                id,
                PostBuilder.DANA.staffId(),
                new Assessment.Post(
                        "post-" + id, "r1", "forum", id, HEATH, "4946", null, null, at, null, null),
                verdict,
                severity,
                score,
                categories,
                binding,
                List.of(),
                spam,
                "en",
                "2026.11-1",
                at,
                null);
    }
}
