package org.upstander.scoring.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.scoring.domain.AmbiguousName;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Explanation;
import org.upstander.scoring.domain.Opinion;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Span;

/**
 * What scoring says about the posts of a request.
 *
 * @param model version of the model
 * @param results one for each post, in order
 */
record ScoreResponse(String model, List<Result> results) {

    static Result result(ScoredPost scored, boolean explained) {
        return new Result(
                scored.post().externalId(),
                scored.spam(),
                scored.language(),
                scored.assessments().stream()
                        .map(a -> assessed(a, explained ? explanation(a, scored.post()) : null))
                        .toList(),
                scored.ambiguous().stream()
                        .map(name -> Ambiguous.of(name, scored.post().text()))
                        .toList());
    }

    /**
     * @param language BCP 47, or null where unknown
     * @param assessments one for each member of staff who is meant
     * @param ambiguous left out where every name says whom it means
     */
    record Result(
            String externalId,
            boolean spam,
            String language,
            List<Assessed> assessments,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ambiguous> ambiguous) {}

    /**
     * A name or role that several members of staff have, where nothing says which of them is meant.
     * None of them is judged by it.
     *
     * @param text the name as it stands in the text
     * @param start where it begins, in UTF-16 code units
     * @param end where it ends, exclusive
     * @param staffIds who may be meant, at most 20
     */
    @Schema(name = "AmbiguousName")
    record Ambiguous(String text, int start, int end, List<String> staffIds) {
        static Ambiguous of(AmbiguousName name, String text) {
            Span span = name.span();
            return new Ambiguous(
                    text.substring(span.start(), span.end()),
                    span.start(),
                    span.end(),
                    name.candidates());
        }
    }

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
            List<Evidence> evidence,
            @JsonInclude(JsonInclude.Include.NON_NULL) Explained explanation) {}

    /**
     * Why an assessment is what it is; asked for by {@code explain=true}.
     *
     * @param rule the certain rule that decided; left out where the models did
     * @param threshold least score that is an attack on this person
     * @param models probability of an attack by each model alone
     * @param categories all of them, strongest first
     * @param places every place that means the person
     * @param answered whether "you" means the person
     * @param confidence of the binding, 0 to 1
     * @param secondOpinion left out where none was wanted
     * @param importedScores what the post brought as {@code attributeScores}, by attribute; left
     *     out where it brought none
     */
    @Schema(name = "Explanation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explained(
            String rule,
            Double threshold,
            Models models,
            List<CategoryScore> categories,
            List<Place> places,
            boolean answered,
            double confidence,
            SecondOpinion secondOpinion,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, Double> importedScores) {}

    /**
     * @param outcome what came of it
     * @param verdict what it said; left out where it said nothing that counts
     * @param confidence how sure it is, 0 to 1; left out with the verdict
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecondOpinion(
            @Schema(
                            enumeration = {
                                "agreed",
                                "raised",
                                "lowered",
                                "refused_to_lower",
                                "unsure",
                                "timeout",
                                "failed",
                                "invalid",
                                "over_budget"
                            })
                    String outcome,
            String verdict,
            Double confidence) {}

    record Models(double encoder, double ngrams) {}

    record Place(int start, int end) {}

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

    private static Assessed assessed(Assessment assessment, Explained explanation) {
        Assessment.Binding binding = assessment.binding();
        boolean hidden = binding.how() == BindingKind.PROTECTED;
        return new Assessed(
                assessment.staffId(),
                assessment.verdict().wire(),
                assessment.severity(),
                rounded(assessment.score()),
                categories(assessment.categories()),
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
                        .toList(),
                explanation);
    }

    private static List<CategoryScore> categories(List<Assessment.CategoryScore> scores) {
        return scores.stream()
                .map(c -> new CategoryScore(c.category().wire(), rounded(c.score())))
                .toList();
    }

    private static Explained explanation(Assessment assessment, Post post) {
        Explanation why = assessment.explanation();
        return why == null
                ? null
                : new Explained(
                        why.rule(),
                        why.threshold(),
                        why.encoder() == null
                                ? null
                                : new Models(rounded(why.encoder()), rounded(why.ngrams())),
                        categories(why.categories()),
                        why.places().stream().map(s -> new Place(s.start(), s.end())).toList(),
                        why.answered(),
                        rounded(why.confidence()),
                        secondOpinion(why.opinion()),
                        post.importedScores());
    }

    private static SecondOpinion secondOpinion(Opinion opinion) {
        return opinion == null
                ? null
                : new SecondOpinion(
                        opinion.outcome().wire(),
                        opinion.verdict() == null ? null : opinion.verdict().wire(),
                        opinion.confidence());
    }

    /** Digits beyond the fourth say nothing. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
