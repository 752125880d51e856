package org.upstander.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.text.Folding;

/** Who quotes an attack does not attack; who writes one beside a quote does. */
class OwnWordsTest {

    private static final String ATTACK = "> Dana is a disgusting fraud.";
    private static final RosterSnapshot ROSTER = OurCommunity.ROSTER;
    private static final ScorePosts SCORE = OurCommunity.SCORE;

    @Test
    void shouldNotTakeTheQuotedForWhoQuotes() {
        String text = ATTACK + "\n\nThat is not a way to talk to anybody here.";

        ScoredPost scored = SCORE.score(Rosters.quoting(text, new Span(0, ATTACK.length())));

        assertThat(scored.assessments())
                .extracting(Assessment::verdict)
                .doesNotContain(Verdict.ATTACK);
        assertThat(scored.post().text()).isEqualTo(text);
    }

    @Test
    void shouldTakeWhatIsNoQuoteOfAnybodyForOwnWords() {
        ScoredPost scored = SCORE.score(Rosters.post(ATTACK));

        assertThat(scored.assessments()).extracting(Assessment::verdict).contains(Verdict.ATTACK);
    }

    @Test
    void shouldStillSeeTheAttackBesideAQuote() {
        String quoted = "> The results are out.";
        String text = quoted + "\n\nDana is a disgusting fraud.";

        ScoredPost scored = SCORE.score(Rosters.quoting(text, new Span(0, quoted.length())));

        assertThat(scored.assessments())
                .filteredOn(assessment -> assessment.verdict() == Verdict.ATTACK)
                .isNotEmpty()
                .allSatisfy(
                        attack ->
                                assertThat(attack.binding().start())
                                        .isEqualTo(text.lastIndexOf("Dana")));
    }

    @Test
    void shouldJudgeAProtectedFactAnewInAQuoteToo() {
        String quoted = "> Dana is a disgusting fraud, call her: +1 202 555 0142.";

        ScoredPost scored =
                SCORE.score(Rosters.quoting(quoted + "\n\nIndeed.", new Span(0, quoted.length())));

        assertThat(scored.assessments()).extracting(Assessment::verdict).contains(Verdict.ATTACK);
        assertThat(scored.post().text()).doesNotContain("0142");
    }

    @Property
    void everythingElseStaysInItsPlace(
            @ForAll String before, @ForAll @IntRange(max = 50) int from, @ForAll String behind) {
        String text = before + ATTACK + behind;
        int start = Math.min(from, text.length() - 1);
        Span quote = new Span(start, Math.min(text.length(), start + ATTACK.length()));

        String own = new OwnWords(new Folding(), ROSTER.binder()).of(Rosters.quoting(text, quote));

        assertThat(own).hasSameSizeAs(text);
        assertThat(own.substring(0, quote.start())).isEqualTo(text.substring(0, quote.start()));
        assertThat(own.substring(quote.end())).isEqualTo(text.substring(quote.end()));
        assertThat(own.substring(quote.start(), quote.end())).isBlank();
    }

    @Test
    void aPostThatQuotesNobodyIsNotCopied() {
        Post post = Rosters.post("Well judged.");

        assertThat(new OwnWords(new Folding(), ROSTER.binder()).of(post)).isSameAs(post.text());
        assertThat(post.quotes()).isEqualTo(List.of());
    }
}
