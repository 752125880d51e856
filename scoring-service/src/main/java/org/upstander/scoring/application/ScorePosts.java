package org.upstander.scoring.application;

import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;

/** Scores posts: who of the staff is meant, and what is done to them. Thread-safe. */
public final class ScorePosts {
    private final TextFolder folder;
    private final Roster roster;
    private final Judge judge;
    private final ScoringMetrics metrics;

    public ScorePosts(TextFolder folder, Roster roster, Judge judge, ScoringMetrics metrics) {
        this.folder = folder;
        this.roster = roster;
        this.judge = judge;
        this.metrics = metrics;
    }

    /** Version of the model, part of every assessment's id. */
    public String model() {
        return judge.model();
    }

    /** Scores one post against the current roster. */
    public ScoredPost score(Post post) {
        return score(post, roster.current());
    }

    /** Scores one post of a batch, all against the snapshot that the caller read once. */
    public ScoredPost score(Post post, RosterSnapshot snapshot) {
        if (post.deleted()) {
            metrics.scored(false, 0);
            return new ScoredPost(post, false, null, List.of());
        }
        FoldedText text = folder.fold(post.text());
        List<Mention> mentions = snapshot.binder().bind(post, text);
        boolean spam = judge.isSpam(post, text);
        String language = judge.language(post, text);
        metrics.scored(spam, mentions.size());
        if (mentions.isEmpty()) {
            return new ScoredPost(post, spam, language, List.of());
        }
        Post shown = new Blackout(folder, snapshot.binder()).of(post, text);
        List<Assessment> assessments = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            Assessment judged = judge.judge(post, text, mention, mentions);
            Assessment assessment = spam ? harmless(judged) : judged;
            metrics.assessed(assessment.verdict(), assessment.severity(), mention.how());
            Disagreement.between(assessment.verdict(), assessment.shadow())
                    .ifPresent(metrics::disagreed);
            assessments.add(Blackout.of(assessment, shown));
        }
        return new ScoredPost(shown, spam, language, assessments);
    }

    /** Spam names people to be seen: it never attacks, and never pages. */
    private static Assessment harmless(Assessment judged) {
        return new Assessment(
                judged.staffId(),
                Verdict.NEUTRAL,
                0,
                judged.score(),
                List.of(),
                judged.binding(),
                List.of(),
                judged.explanation(),
                judged.shadow() == null ? null : Verdict.NEUTRAL);
    }
}
