package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** What would be told to others of posts about the people of Rosters. */
class PlaceholderTextTest {
    private static final TargetJudge JUDGE = TargetJudge.shipped(Thresholds.SHIPPED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dana Okafor is a LIAR. She knows it. | [PERSON] is a liar. they knows it.
                    @dana_cm you are a liar, ask @mudlark99 or see https://example.org/t/1 | [PERSON] you are a liar, ask [ACCOUNT] or see [LINK]
                    Dana Okafor never answers mail to heath.b@example.org or 555 1234 | [PERSON] never answers mail to [NUMBER] or [NUMBER] [NUMBER]
                    Dana picks up at 202-555-0142, have fun | [PERSON] picks up at [NUMBER], have fun
                    Dana, I will wait at 12 Thistlebrook Lane | [PERSON], i will wait at [NUMBER]
                    Dana [person] is not [COLLEAGUE] | [PERSON] [person] is not [colleague]
                    """)
    void shouldHoldNoNameAndNoIdentifier(String text, String told) {
        assertThat(told(post(text))).containsExactly(told);
    }

    @Test
    void shouldTellColleaguesFromThePerson() {
        assertThat(told(post("Björn was great, Dana is a stupid cow.")))
                .containsExactlyInAnyOrder(
                        "[COLLEAGUE] was great, [PERSON] is a stupid cow.",
                        "[PERSON] was great, [COLLEAGUE] is a stupid cow.");
    }

    @Test
    void shouldLeaveOutTheTitleAndKeepYou() {
        assertThat(told(post("forum", "heath", "Dana's round 2", "dana_cm", "you are a liar")))
                .containsExactly("you are a liar");
    }

    @Test
    void shouldBeLinearInWhatLooksLikeMailWithoutEnd() {
        String endless = "a@".repeat(30_000);

        assertThat(told(post("Dana is a liar. " + endless)).get(0))
                .startsWith("[PERSON] is a liar.");
    }

    @Test
    void shouldBeNoLongerThanWhatTheEncoderReads() {
        String told = told(post("Dana is late. " + "blah blub ".repeat(3_000))).get(0);

        assertThat(told).startsWith("[PERSON] is late.").hasSizeLessThan(1_000);
    }

    private static List<String> told(Post post) {
        List<String> told = new ArrayList<>();
        LiveRoster roster = new LiveRoster(new RosterCompiler(Lexicon.shipped(), Rosters.HASH));
        roster.replace(Rosters.community());
        new ScorePosts(
                        new Folding(),
                        roster,
                        JUDGE,
                        (judged, mention) -> {
                            told.add(new PlaceholderText().anonymous(mention));
                            return judged;
                        },
                        ScoringMetrics.NOOP)
                .score(post);
        return told;
    }
}
