package org.upstander.scoring.domain;

import java.util.List;

/**
 * What a post does to one member of staff.
 *
 * @param staffId who is meant
 * @param verdict attack, criticism, neutral or supportive
 * @param severity 0 (no attack) to 4 (credible threat, private data exposed)
 * @param score probability that the person is attacked, 0 to 1
 * @param categories of an attack, strongest first; empty otherwise
 * @param binding how the person was recognised
 * @param evidence parts of the text that weigh, in order of the text; empty without attack
 * @param explanation why it is so
 * @param shadow the verdict by thresholds that are on trial; null while none are
 */
public record Assessment(
        String staffId,
        Verdict verdict,
        int severity,
        double score,
        List<CategoryScore> categories,
        Binding binding,
        List<Evidence> evidence,
        Explanation explanation,
        Verdict shadow) {

    public Assessment {
        categories = List.copyOf(categories);
        evidence = List.copyOf(evidence);
    }

    /** The same with another reason given. */
    public Assessment with(Explanation why) {
        return new Assessment(
                staffId, verdict, severity, score, categories, binding, evidence, why, shadow);
    }

    /**
     * The same, but no attack.
     *
     * @param other what it is instead
     */
    public Assessment harmless(Verdict other) {
        return new Assessment(
                staffId, other, 0, score, List.of(), binding, List.of(), explanation, shadow);
    }

    /** The same in a post that is spam: nobody is attacked, whatever thresholds are on trial. */
    public Assessment inSpam() {
        return new Assessment(
                staffId,
                Verdict.NEUTRAL,
                0,
                score,
                List.of(),
                binding,
                List.of(),
                explanation,
                shadow == null ? null : Verdict.NEUTRAL);
    }

    /**
     * @param category one of the ten
     * @param score 0 to 1
     */
    public record CategoryScore(Category category, double score) {}

    /**
     * @param how see {@link BindingKind}
     * @param text the words that bound; null for a protected identifier, which is never repeated
     * @param start first UTF-16 code unit of the post's text
     * @param end one past the last
     */
    public record Binding(BindingKind how, String text, int start, int end) {}
}
