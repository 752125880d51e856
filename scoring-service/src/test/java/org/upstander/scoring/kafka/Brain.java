package org.upstander.scoring.kafka;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.RosterSnapshot;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Recognised;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Verdict;

/** A brain of three words, so that tests of the body say what it thinks. */
final class Brain implements Judge {
    static final String MODEL = "three-words";
    static final RosterSnapshot DANA = new RosterSnapshot(binder(), 1, 1);

    static BatchScorer scorer(PipelineMetrics metrics) {
        ScorePosts scorePosts = scorePosts();
        AssessmentWriter writer =
                new AssessmentWriter(scorePosts, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
        return new BatchScorer(scorePosts, () -> DANA, writer, metrics);
    }

    static ScorePosts scorePosts() {
        return new ScorePosts(
                text ->
                        new FoldedText(
                                text,
                                text.toLowerCase(Locale.ROOT).toCharArray(),
                                text.length(),
                                null,
                                new FoldedText.Tokens(0, new int[0], new int[0], new int[0])),
                () -> DANA,
                new Brain(),
                ScoringMetrics.NOOP);
    }

    private static Binder binder() {
        return (post, text) -> {
            int at = post.text().indexOf("Dana");
            if (post.text().contains("crash")) {
                throw new IllegalStateException(post.text());
            }
            if (at < 0) {
                return Recognised.NOBODY;
            }
            Mention mention =
                    new Mention(
                            "cm-07",
                            BindingKind.NAME,
                            new Span(at, at + 4),
                            List.of(),
                            1,
                            false,
                            false,
                            null);
            return new Recognised(List.of(mention), List.of());
        };
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public boolean isSpam(Post post, FoldedText text) {
        return false;
    }

    @Override
    public String language(Post post, FoldedText text) {
        return "en";
    }

    @Override
    public Assessment judge(Post post, FoldedText text, Mention target, List<Mention> all) {
        int at = post.text().indexOf("fraud");
        Span span = target.span();
        Assessment.Binding binding =
                new Assessment.Binding(target.how(), "Dana", span.start(), span.end());
        return at < 0
                ? new Assessment(
                        target.staffId(),
                        Verdict.NEUTRAL,
                        0,
                        0.1,
                        List.of(),
                        binding,
                        List.of(),
                        null,
                        null)
                : new Assessment(
                        target.staffId(),
                        Verdict.ATTACK,
                        2,
                        0.876543,
                        List.of(new Assessment.CategoryScore(Category.INSULT, 0.9)),
                        binding,
                        List.of(new Evidence(at, at + 5, Category.INSULT, 0.7)),
                        null,
                        null);
    }

    @Override
    public Assessment asAttack(
            Assessment judged, Post post, FoldedText text, Mention target, List<Mention> all) {
        throw new UnsupportedOperationException("nobody is asked");
    }
}
