package org.upstander.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;

class FoldingTest {
    private final Folding folding = new Folding();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dana OKAFOR | dana okafor
                    Ünal Şahin | unal sahin
                    \u0414\u0430na | \u0434ana
                    T\u043Ebi\u0430s | tobias
                    D\u200Ba\u200Dn\u2060a | dana
                    D\u202Eana\u202C | dana
                    \uFF24\uFF41\uFF4E\uFF41 | dana
                    Stra\u00DFe | strasse
                    \uD835\uDCD3\uD835\uDCEA\uD835\uDCF7\uD835\uDCEA | dana
                    \u1D05\u1D00\u0274\u1D00 | dana
                    d\u0301a\u0328n\u0303a\u0308 | dana
                    """)
    void shouldReadWhatTheEyeReads(String given, String folded) {
        FoldedText text = folding.fold(given);

        assertThat(text.slice(0, text.length())).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    Da<b>na</b> left                        | dana left
                    D<span class="x">a</span>na             | dana
                    Dana<br>left                            | dana left
                    D&#97;n&#x61; &amp; you                 | dana & you
                    Da&shy;na                               | dana
                    Da**na** left                           | dana left
                    __Da__na                                | dana
                    d<!-- x -->ana                          | dana
                    a < b and c > d                         | a < b and c > d
                    <dana> &nothing; f**k                   | <dana> &nothing; f**k
                    I <3 Dana & &#xD800; &#99999999;        | i <3 dana & &#xd800; &#99999999;
                    """)
    void shouldLeaveOutMarkupThatAReaderDoesNotSee(String given, String folded) {
        FoldedText text = folding.fold(given);

        assertThat(text.slice(0, text.length())).isEqualTo(folded);
    }

    @Test
    void shouldShowAWordWithItsMarkupInTheOriginal() {
        FoldedText text = folding.fold("so Da<b>na</b> left");

        int at = text.slice(0, text.length()).indexOf("dana");
        Span span = text.originalSpan(at, at + 4);

        assertThat(text.original().substring(span.start(), span.end())).startsWith("Da<b>na");
    }

    @Test
    void shouldShowWhereAWordStandsInTheOriginal() {
        FoldedText text = folding.fold("so \u200BD\u0301\u0430na\u200B, no");

        int at = text.slice(0, text.length()).indexOf("dana");
        Span span = text.originalSpan(at, at + 4);

        assertThat(text.original().substring(span.start(), span.end()))
                .isEqualTo("D\u0301\u0430na");
    }

    @Test
    void shouldCountAStretchedWordAsOneWithTwoLetters() {
        assertThat(Folding.hash("daaaana")).isEqualTo(Folding.hash("daana"));
        assertThat(Folding.hash("daana")).isNotEqualTo(Folding.hash("dana"));
    }

    @Property(tries = 500)
    void offsetsNeverDecreaseAndStayInside(@ForAll("hostile") String given) {
        FoldedText text = folding.fold(given);

        int last = 0;
        for (int i = 0; i <= text.length(); i++) {
            assertThat(text.origin(i)).isBetween(last, given.length());
            last = text.origin(i);
        }
    }

    @Property(tries = 500)
    void foldingTwiceIsFoldingOnce(@ForAll("hostile") String given) {
        FoldedText once = folding.fold(given);
        String folded = once.slice(0, once.length());

        FoldedText twice = folding.fold(folded);

        assertThat(twice.slice(0, twice.length())).isEqualTo(folded);
    }

    @Property(tries = 300)
    void theShortWayAgreesWithTheLongOne(@ForAll("ascii") String given) {
        FoldedText shortWay = folding.fold(given);
        FoldPass pass = new FoldPass(given);
        pass.run();
        FoldedText longWay = pass.result();

        assertThat(longWay.slice(0, longWay.length()))
                .isEqualTo(shortWay.slice(0, shortWay.length()));
        assertThat(longWay.tokens().count()).isEqualTo(shortWay.tokens().count());
        for (int t = 0; t < longWay.tokens().count(); t++) {
            assertThat(longWay.tokens().hashes()[t]).isEqualTo(shortWay.tokens().hashes()[t]);
        }
    }

    @Property(tries = 300)
    void indexOfFindsTheWayBack(@ForAll("hostile") String given) {
        FoldedText text = folding.fold(given);

        for (int i = 0; i < text.length(); i++) {
            assertThat(text.indexOf(text.origin(i))).isLessThanOrEqualTo(i);
        }
    }

    @Example
    void workIsLinearInHostileText() {
        for (String unit : new String[] {"\u0301", "\uFDFA", "\u200B", "\uD835\uDCD3", "\u0430"}) {
            long few = steps(unit.repeat(1 << 10));
            long many = steps(unit.repeat(1 << 16));

            assertThat(many).as("steps for %04x", (int) unit.charAt(0)).isEqualTo(64 * few);
            assertThat(few).isLessThanOrEqualTo((1L << 10) * (FoldTable.MAX_EXPANSION + 1));
        }
    }

    private static long steps(String text) {
        FoldPass pass = new FoldPass(text);
        pass.run();
        return pass.steps();
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> nasty =
                Arbitraries.of(
                                "\u0301",
                                "\u200B",
                                "\u202E",
                                "\uFDFA",
                                "\u00DF",
                                "\uD835\uDCD3",
                                "\uD83E\uDD21",
                                "\uD83D",
                                "\uDE00",
                                "\u0130",
                                "\u0131",
                                "\u0430",
                                "\u03A3",
                                "\u1E9E",
                                "a",
                                "A",
                                " ",
                                "\n",
                                "\u00BD",
                                "\u3000",
                                "1")
                        .list()
                        .ofMaxSize(40)
                        .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, nasty);
    }
}
