package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.answer;
import static org.upstander.scoring.binding.Rosters.post;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

class EncoderTextTest {
    private static final Binder BINDER =
            new RosterCompiler(Lexicon.shipped(), Rosters.HASH).compile(Rosters.community());
    private static final String TARGET = String.valueOf(MarkedText.TARGET);

    @Test
    void shouldMarkThePersonAndNeverNameHer() {
        EncoderText text = of(post("Dana Okafor lost the parcel."));

        assertThat(text.text()).contains(TARGET + " lost the parcel").doesNotContain("dana");
    }

    @Test
    void shouldMarkThePersonWhoseAccountIsNamed() {
        assertThat(of(post("@dana_cm lost it, @heath")).text())
                .contains(TARGET + " lost it, " + MarkedText.ACCOUNT);
    }

    @Test
    void shouldReadPronounsWithoutGender() {
        String wanted = TARGET + " lost their keys, they said so themself. ashes";

        assertThat(of(post("Dana lost her keys, she said so herself. Ashes")).text())
                .contains(wanted);
        assertThat(of(post("Dana lost his keys, he said so himself. Ashes")).text())
                .contains(wanted);
    }

    @Test
    void shouldWriteSymbolsAsTheirNames() {
        assertThat(of(post("Dana \uD83E\uDD21")).text()).contains("clown face");
        assertThat(of(post("Dana \u2620")).text()).contains("skull and crossbones");
    }

    @Test
    void shouldKeepNothingThatTheTokenizerWouldTakeForAMark() {
        EncoderText text = of(post("\u0001\u0002 Dana \u0001 said \u0005 so"));

        assertThat(text.text()).containsOnlyOnce(TARGET).doesNotContain("\u0002", "\u0005");
    }

    @Test
    void shouldTellWhereThePostStands() {
        assertThat(of(post("forum", "heath", null, "dana_cm", "you did that")).context())
                .isEqualTo("reply to " + TARGET);
        assertThat(of(post("forum", "heath", null, "mudlark", "Dana did that")).context())
                .isEqualTo("reply to a member");
        assertThat(of(post("Dana did that")).context()).isEmpty();
    }

    @Test
    void shouldMarkThePersonWhereTheTitleOrTheParentNamesHer() {
        assertThat(of(titled("Dana Okafor steps back", "good riddance")).context())
                .isEqualTo(" in " + TARGET + " steps back");
        assertThat(of(answer("Is Dana Okafor any good? She lost it", "no")).context())
                .isEqualTo("reply to a member: is " + TARGET + " any good? they lost it");
    }

    @Test
    void shouldFindHerPieceInTheContextWhereTheTextHasNone() throws IOException {
        try (InputStream in = EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(in)) {
            EncoderTokens tokens =
                    tokenizer.cut(of(titled("Dana Okafor steps back", "good riddance")));

            assertThat(tokens.hasTarget()).isTrue();
        }
    }

    @Test
    void shouldTakeNoMarkFromATitle() {
        Post post = titled("\u0001 lied, caf\u00e9 \u0001", "Dana did that");

        assertThat(of(post).context()).doesNotContain(TARGET).contains("lied");
    }

    @Test
    void shouldReadALongTextAroundThePerson() {
        String far = "This has nothing to do with it. ".repeat(200);

        EncoderText text = of(post(far + "Dana lost the parcel. " + far));

        assertThat(text.text()).hasSizeLessThanOrEqualTo(EncoderText.MAX_CHARS).contains(TARGET);
    }

    @Test
    void shouldCutIntoPiecesThatKnowWhereTheyStand() throws IOException {
        Post post =
                post("forum", "heath", null, "dana_cm", "You misplaced Dana's parcel, caf\u00e9!");
        FoldedText folded = new Folding().fold(post.text());
        try (InputStream in = EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(in)) {
            // When
            EncoderTokens tokens = tokenizer.cut(of(post));

            // Then
            int targets = 0;
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < tokens.count(); i++) {
                targets += tokens.target()[i] ? 1 : 0;
                if (tokens.starts()[i] >= 0 && !tokens.target()[i]) {
                    words.append(folded.slice(tokens.starts()[i], tokens.ends()[i] + 1));
                }
            }
            assertThat(targets).as("the name, and the you that means her").isEqualTo(2);
            assertThat(words.toString()).contains("misplaced").contains("cafe");
            assertThat(tokens.types()).contains(0L, 1L);
        }
    }

    @Test
    void shouldCutTheLongestTextsToWhatTheEncoderTakes() throws IOException {
        try (InputStream in = EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(in)) {
            for (String unit : List.of("x", "!", "\u0301", "\uD83E\uDD21", "a b ", "\u4f60")) {
                String noise = unit.repeat(30_000 / unit.length());

                EncoderTokens tokens = tokenizer.cut(of(post(noise + " Dana " + noise)));

                assertThat(tokens.count()).isBetween(3, EncoderTokenizer.MAX_PIECES);
                boolean seen = false;
                for (boolean target : tokens.target()) {
                    seen |= target;
                }
                assertThat(seen).as("the person stands in the window of %s", unit).isTrue();
            }
        }
    }

    @Test
    void shouldKeepThePersonInTheWindowWhateverTheTitle() throws IOException {
        try (InputStream in = EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(in)) {
            String noise = "?! ".repeat(110);

            EncoderTokens tokens =
                    tokenizer.cut(of(titled(":(".repeat(500), noise + " Dana " + noise)));

            assertThat(tokens.count()).isLessThanOrEqualTo(EncoderTokenizer.MAX_PIECES);
            assertThat(tokens.target()).contains(true);
            assertThat(tokens.types()).contains(1L);
        }
    }

    @Test
    void shouldCallNowhereUnasked() throws IOException {
        try (InputStream in = EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(in)) {
            assertThat(Utils.isOfflineMode()).isTrue();
        }
    }

    private static Post titled(String title, String text) {
        Post plain = post(text);
        return new Post(
                plain.postId(),
                plain.revision(),
                plain.source(),
                plain.externalId(),
                plain.author(),
                new Post.Thread("t", title),
                null,
                plain.text(),
                false,
                null,
                null,
                null);
    }

    private static EncoderText of(Post post) {
        FoldedText folded = new Folding().fold(post.text());
        List<Mention> mentions = BINDER.bind(post, folded).mentions();
        assertThat(mentions).isNotEmpty();
        Mention target = mentions.get(0);
        return new EncoderText(post, new MarkedText(folded, target, mentions), target, mentions);
    }
}
