package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Property(tries = 3000)
    void sentencesHaveOneNumberWhereTheyHaveTheSameLettersAndDigits(
            @ForAll("texts") String one, @ForAll("texts") String other) {
        List<Long> numbers = Sentences.of(one + "|" + other, 0, one.length());
        List<Long> others =
                Sentences.of(one + "|" + other, one.length(), one.length() + 1 + other.length());

        assertThat(numbers).hasSameSizeAs(said(one));
        assertThat(numbers.equals(others)).isEqualTo(said(one).equals(said(other)));
    }

    /** Of few signs, so that two are alike now and then. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "A",
                        "b",
                        "1",
                        " ",
                        ".",
                        "\n",
                        "\u00c9",
                        "\u00e9",
                        "\u0130",
                        "\u3002",
                        "\ud83d\ude00",
                        "\ud801\udc00",
                        "\ud801\udc28",
                        "\ud801",
                        "\udc00",
                        "\u0000")
                .list()
                .ofMaxSize(8)
                .map(signs -> String.join("", signs));
    }

    /** Sign by sign, as the class says it. */
    private static List<String> said(String text) {
        StringBuilder signs = new StringBuilder();
        text.codePoints()
                .map(sign -> ".!?\n\r\u2026\u3002\uff01\uff1f".indexOf(sign) >= 0 ? '.' : sign)
                .filter(sign -> sign == '.' || Character.isLetterOrDigit(sign))
                .forEach(sign -> signs.appendCodePoint(Character.toLowerCase(sign)));
        return Stream.of(signs.toString().split("\\.")).filter(one -> !one.isEmpty()).toList();
    }
}
