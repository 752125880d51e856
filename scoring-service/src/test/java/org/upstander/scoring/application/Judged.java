package org.upstander.scoring.application;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Assessment.CategoryScore;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.Explanation;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Verdict;

/** What was judged of Dana before somebody else is asked about it. */
final class Judged {

    private Judged() {}

    static Assessment judged(
            Verdict verdict, int severity, Category category, double score, String rule) {
        List<CategoryScore> categories =
                category == null ? List.of() : List.of(new CategoryScore(category, 0.8));
        return new Assessment(
                "cm-07",
                verdict,
                severity,
                score,
                categories,
                new Assessment.Binding(BindingKind.NAME, "Dana", 0, 4),
                category == null ? List.of() : List.of(new Evidence(5, 9, category, 0.7)),
                new Explanation(rule, 0.5, 0.5, 0.5, categories, List.of(), true, 1),
                null);
    }

    static Assessment withCategories(Assessment a, List<CategoryScore> categories) {
        return new Assessment(
                a.staffId(),
                a.verdict(),
                a.severity(),
                a.score(),
                categories,
                a.binding(),
                a.evidence(),
                a.explanation(),
                a.shadow());
    }

    static MentionInPost mention() {
        return mention(new TreeMap<>());
    }

    static MentionInPost mention(SortedMap<String, Double> imported) {
        Mention dana =
                new Mention(
                        "cm-07", BindingKind.NAME, new Span(0, 4), List.of(), 1, true, false, null);
        Post post =
                new Post(
                        null, null, "forum", "1", null, null, null, "Dana", false, null, null, null,
                        imported, List.of());
        return new MentionInPost(post, null, post, dana, List.of(dana));
    }

    /** Sees severity 2 wherever it is told that there is an attack. */
    static final class Severe implements Judge {
        @Override
        public String model() {
            return "severe";
        }

        @Override
        public boolean isSpam(Post post, FoldedText text) {
            return false;
        }

        @Override
        public String language(Post post, FoldedText text) {
            return null;
        }

        @Override
        public Assessment judge(Post post, FoldedText text, Mention target, List<Mention> all) {
            throw new UnsupportedOperationException("was judged before");
        }

        @Override
        public Assessment asAttack(
                Assessment judged, Post post, FoldedText text, Mention target, List<Mention> all) {
            return new Assessment(
                    judged.staffId(),
                    Verdict.ATTACK,
                    2,
                    judged.score(),
                    List.of(new CategoryScore(Category.INSULT, 0.4)),
                    judged.binding(),
                    List.of(),
                    judged.explanation(),
                    judged.shadow());
        }
    }
}
