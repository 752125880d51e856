package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The entry was late. So it was refused.|> The entry was **late**.\\n> So it was refused.",
                "Is it so?|[quote=heath]Is it so?",
                "It's over|IT\u2019S OVER!",
                "\u5f88\u597d\u3002\u8c22\u8c22|\u5f88\u597d\uff01 \u8c22\u8c22"
            })
    void aSentenceIsKnownAgainHoweverItIsMarkedUp(String said, String quoted) {
        String text = quoted.replace("\\n", "\n");
        int start = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
        assertThat(Sentences.of(text, start, text.length()))
                .isEqualTo(Sentences.of(said, 0, said.length()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"She was late,He was late", "12 entries,21 entries", "good,no good"})
    void othersAreOthers(String one, String other) {
        assertThat(Sentences.of(one, 0, one.length()))
                .doesNotContainAnyElementsOf(Sentences.of(other, 0, other.length()));
    }

    @Property
    void anyTextHasSomeOrNone(@ForAll String text) {
        List<Long> sentences = Sentences.of(text, 0, text.length());

        assertThat(sentences.isEmpty())
                .isEqualTo(text.codePoints().noneMatch(Character::isLetterOrDigit));
        assertThat(Sentences.of(text + "\n" + text, 0, 2 * text.length() + 1))
                .hasSize(2 * sentences.size());
    }
}
