package org.upstander.scoring.application;

import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Recognised;
import org.upstander.scoring.domain.ScoredPost;

/** Scores posts: who of the staff is meant, and what is done to them. Thread-safe. */
public final class ScorePosts {
    private final TextFolder folder;
    private final Roster roster;
    private final Judge judge;
    private final Reviewer reviewer;
    private final ScoringMetrics metrics;

    /** The judge has the last word. */
    public ScorePosts(TextFolder folder, Roster roster, Judge judge, ScoringMetrics metrics) {
        this(folder, roster, judge, Reviewer.NONE, metrics);
    }

    /**
     * @param reviewer has the last word on what is not spam
     */
    public ScorePosts(
            TextFolder folder,
            Roster roster,
            Judge judge,
            Reviewer reviewer,
            ScoringMetrics metrics) {
        this.folder = folder;
        this.roster = roster;
        this.judge = judge;
        this.reviewer = reviewer;
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
            return new ScoredPost(post, false, null, List.of(), List.of());
        }
        FoldedText text = folder.fold(new OwnWords(folder, snapshot.binder()).of(post));
        Recognised recognised = snapshot.binder().bind(post, text);
        List<Mention> mentions = recognised.mentions();
        boolean spam = judge.isSpam(post, text);
        String language = judge.language(post, text);
        metrics.scored(spam, mentions.size());
        metrics.ambiguous(recognised.ambiguous().size());
        if (mentions.isEmpty()) {
            return new ScoredPost(post, spam, language, List.of(), recognised.ambiguous());
        }
        Post shown = new Blackout(folder, snapshot.binder()).of(post, text);
        List<Assessment> assessments = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            Assessment judged = judge.judge(post, text, mention, mentions);
            // Spam names people to be seen: it never attacks, and never pages.
            Assessment assessment =
                    spam
                            ? judged.inSpam()
                            : reviewer.review(
                                    judged,
                                    new MentionInPost(post, text, shown, mention, mentions));
            metrics.assessed(assessment.verdict(), assessment.severity(), mention.how());
            Disagreement.between(assessment.verdict(), assessment.shadow())
                    .ifPresent(metrics::disagreed);
            assessments.add(Blackout.of(assessment, shown));
        }
        return new ScoredPost(shown, spam, language, assessments, recognised.ambiguous());
    }
}
