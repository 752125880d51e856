package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;

/**
 * One assessment as patterns see it: who, when and how bad, and no text.
 *
 * @param id of the assessment
 * @param postId of the post, over all revisions
 * @param staffId who is meant
 * @param author key of who wrote it
 * @param source platform
 * @param thread where it stands, or null
 * @param at when it was written
 * @param verdict what it says
 * @param severity 0 to 4
 * @param score probability of an attack, 0 to 1
 * @param binding how the member of staff was recognised
 * @param spam whether the post as a whole is spam
 */
public record Sighting(
        String id,
        String postId,
        String staffId,
        String author,
        String source,
        String thread,
        Instant at,
        Verdict verdict,
        int severity,
        double score,
        String binding,
        boolean spam) {

    /** Sources date posts as they like, and no window may end before time began. */
    private static final Duration LONG_AGO = Duration.ofDays(20 * 365);

    /** In which order posts were written; the id settles a tie, so that it is always the same. */
    public static final Comparator<Sighting> BY_TIME =
            Comparator.comparing(Sighting::at).thenComparing(Sighting::id);

    /**
     * @param now by our clock: a post from the future counts as now, and one that is older than any
     *     window as one that just is
     */
    public static Sighting of(Assessment assessment, Instant now) {
        Assessment.Post post = assessment.post();
        Instant oldest = now.minus(LONG_AGO);
        Instant since = post.postedAt().isBefore(oldest) ? oldest : post.postedAt();
        return new Sighting(
                assessment.id(),
                post.id(),
                assessment.staffId(),
                post.author().key(post.source()),
                post.source(),
                post.threadId(),
                since.isAfter(now) ? now : since,
                assessment.verdict(),
                assessment.severity(),
                assessment.score(),
                assessment.binding(),
                assessment.spam());
    }

    /** The same as by somebody else. */
    Sighting by(String other) {
        return new Sighting(
                id, postId, staffId, other, source, thread, at, verdict, severity, score, binding,
                spam);
    }

    /** Whether it is an attack by itself. */
    public boolean isAttack() {
        return verdict == Verdict.ATTACK && !spam;
    }
}
