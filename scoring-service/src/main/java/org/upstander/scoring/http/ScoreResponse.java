package org.upstander.scoring.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.ScoredPost;

/**
 * What scoring says about the posts of a request.
 *
 * @param model version of the model
 * @param results one for each post, in order
 */
record ScoreResponse(String model, List<Result> results) {

    static Result result(ScoredPost scored) {
        return new Result(
                scored.post().externalId(),
                scored.spam(),
                scored.language(),
                scored.assessments().stream().map(ScoreResponse::assessed).toList());
    }

    /**
     * @param language BCP 47, or null where unknown
     * @param assessments one for each member of staff who is meant
     */
    record Result(String externalId, boolean spam, String language, List<Assessed> assessments) {}

    /**
     * @param score probability that the person is attacked, 0 to 1
     * @param evidence offsets are UTF-16 code units of the given text
     */
    @Schema(name = "Assessment")
    record Assessed(
            String staffId,
            @Schema(enumeration = {"attack", "criticism", "neutral", "supportive"}) String verdict,
            @Schema(minimum = "0", maximum = "4") int severity,
            double score,
            List<CategoryScore> categories,
            Binding binding,
            List<Evidence> evidence) {}

    record CategoryScore(String name, double score) {}

    /**
     * @param text the words; left out for a protected identifier, which is never repeated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Binding(
            @Schema(
                            enumeration = {
                                "reply",
                                "handle",
                                "name",
                                "nickname",
                                "variant",
                                "role",
                                "pronoun",
                                "protected"
                            })
                    String how,
            String text,
            int start,
            int end) {}

    record Evidence(int start, int end, String category, double weight) {}

    private static Assessed assessed(Assessment assessment) {
        Assessment.Binding binding = assessment.binding();
        boolean hidden = binding.how() == BindingKind.PROTECTED;
        return new Assessed(
                assessment.staffId(),
                assessment.verdict().wire(),
                assessment.severity(),
                rounded(assessment.score()),
                assessment.categories().stream()
                        .map(c -> new CategoryScore(c.category().wire(), rounded(c.score())))
                        .toList(),
                new Binding(
                        binding.how().wire(),
                        hidden ? null : binding.text(),
                        binding.start(),
                        binding.end()),
                assessment.evidence().stream()
                        .map(
                                e ->
                                        new Evidence(
                                                e.start(),
                                                e.end(),
                                                e.category().wire(),
                                                rounded(e.weight())))
                        .toList());
    }

    /** Digits beyond the fourth say nothing. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
