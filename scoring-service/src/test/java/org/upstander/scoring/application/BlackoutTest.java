package org.upstander.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;
import org.upstander.scoring.text.Folding;

/** What is protected stays inside: +1 202 555 0142, 12 Thistlebrook Lane and others of Rosters. */
class BlackoutTest {
    private static final RosterSnapshot ROSTER = OurCommunity.ROSTER;
    private static final ScorePosts SCORE = OurCommunity.SCORE;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 202 555 0142",
                "+12025550142",
                "001-202-555-0142",
                "202.555.0142",
                "(202) 555-0142",
                "202/5550142",
                "2 0 2 5 5 5 0 1 4 2",
                "\uff12\uff10\uff12 \uff15\uff15\uff15 \uff10\uff11\uff14\uff12",
                "202\u200b555\u200b0142",
                "12 Thistlebrook Lane",
                "Thistlebrook Lane 12",
                "12, THISTLEBROOK LANE",
                "12 Thistleb\u0433\u043e\u043ek Lane",
                "dana.home@example.net",
                "dana.home at example dot net",
                "Danielle Ngozi Okafor"
            })
    void shouldBlackOutWhateverSpellingIsRecognised(String secret) {
        String before = "Dana is a fraud \ud83d\ude00, find her: ";
        String text = before + secret + " tonight";

        ScoredPost scored = SCORE.score(Rosters.post(text));

        String shown = scored.post().text();
        assertThat(shown).hasSameSizeAs(text).startsWith(before).endsWith(" tonight");
        assertThat(shown.substring(before.length(), before.length() + secret.length()))
                .matches("[+(]?\u2588+");
        assertThat(scored.assessments()).extracting(Assessment::verdict).contains(Verdict.ATTACK);
    }

    @Test
    void shouldBlackOutEveryPlaceAndEverySpellingOfIt() {
        ScoredPost scored =
                SCORE.score(
                        Rosters.post(
                                "Dana: 202 555 0142, again 2025550142, +1 (202) 555-0142."
                                        + " Lives at 12 Thistlebrook Lane. Yes, Thistlebrook Lane 12!"));

        assertThat(scored.post().text()).doesNotContainPattern("[0-9]").doesNotContain("Thistle");
        assertThat(scored.post().text()).startsWith("Dana: \u2588").contains("Lives at \u2588");
    }

    @Test
    void shouldFindANumberInAListOfNumbers() {
        ScoredPost scored =
                SCORE.score(Rosters.post("Dana: 312 555 0110, 202 555 0142, 312 555 0111"));

        assertThat(scored.post().text())
                .isEqualTo("Dana: 312 555 0110, " + blocks(12) + ", 312 555 0111");
    }

    @Test
    void shouldFindItAgainBehindMoreDecoysThanBindingLooksAt() {
        StringBuilder decoys = new StringBuilder("202 555 0142 ");
        for (int i = 0; i < 60; i++) {
            decoys.append("call ").append("312 555 01").append(10 + i).append(", ");
        }

        ScoredPost scored = SCORE.score(Rosters.post(decoys + "no: 202-555-0142"));

        assertThat(scored.post().text()).doesNotContain("202").contains("312 555 0110");
    }

    @Test
    void shouldBlackOutWhatIsAnotherPersonsToo() {
        ScoredPost scored =
                SCORE.score(Rosters.post("Marta Quill is a liar, ask Danielle Ngozi Okafor"));

        assertThat(scored.post().text()).isEqualTo("Marta Quill is a liar, ask " + blocks(21));
    }

    @Test
    void shouldKeepTheOffsetsOfEvidenceAndBinding() {
        String text = "call 202 555 0142 and tell Dana";

        Assessment doxxing = SCORE.score(Rosters.post(text)).assessments().get(0);

        assertThat(doxxing.binding())
                .isEqualTo(new Assessment.Binding(BindingKind.PROTECTED, null, 5, 17));
        Evidence evidence = doxxing.evidence().get(0);
        assertThat(SCORE.score(Rosters.post(text)).post().text())
                .isEqualTo("call " + blocks(12) + " and tell Dana");
        assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo("202 555 0142");
    }

    @Test
    void shouldLeaveOutATitleANameAndALinkThatHoldOne() {
        Post post =
                new Post(
                        "p",
                        "r",
                        "forum",
                        "1",
                        new Post.Author("8", "heath", "call 202-555-0142"),
                        new Post.Thread("t", "Dana: +1 202 555 0142"),
                        null,
                        "Dana is a fraud",
                        false,
                        null,
                        "https://forum.example.org/t/dana-202-555-0142/7",
                        null);

        Post shown = SCORE.score(post).post();

        assertThat(shown.author()).isEqualTo(new Post.Author("8", "heath", null));
        assertThat(shown.thread()).isEqualTo(new Post.Thread("t", null));
        assertThat(shown.url()).isNull();
        assertThat(shown.text()).isEqualTo("Dana is a fraud");
    }

    @Test
    void shouldBlackOutTheWordsThatBindWhereTheyAreProtected() {
        // Given: a colleague is called like a part of what Dana protects
        Assessment named =
                new Assessment(
                        "cm-12",
                        Verdict.NEUTRAL,
                        0,
                        0.1,
                        List.of(),
                        new Assessment.Binding(BindingKind.NAME, "Ngozi", 9, 14),
                        List.of(),
                        null,
                        null);
        Post post = Rosters.post("Danielle Ngozi Okafor");

        // When
        Post shown = new Blackout(new Folding(), ROSTER.binder()).of(post, fold(post.text()));

        // Then
        assertThat(Blackout.of(named, shown).binding().text()).isEqualTo(blocks(5));
    }

    @Property(tries = 300)
    void shouldChangeNothingElse(@ForAll @StringLength(max = 80) String around) {
        String text = around.replace('\u2588', ' ') + " Dana ";

        Post shown =
                new Blackout(new Folding(), ROSTER.binder()).of(Rosters.post(text), fold(text));

        assertThat(shown.text()).isEqualTo(text);
    }

    private static FoldedText fold(String text) {
        return new Folding().fold(text);
    }

    private static String blocks(int count) {
        return "\u2588".repeat(count);
    }
}
