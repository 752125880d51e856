package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainQuotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "> said|> said",
                "> one\\n> two\\n\\nmine|> one\\n> two",
                "mine\\n>said|>said",
                "   > three blanks|   > three blanks",
                "    > four blanks are code|",
                "> said\\nmine, on a line that goes on|> said",
                "```\\n> code\\n```\\nmine|",
                "~~~\\n> code\\n```\\n> code\\n~~~\\n> said|> said",
                "a > b|",
                "[quote]said[/quote] mine|said",
                "[quote=\"heath, post:2, topic:4946\"]\\nsaid\\n[/quote]\\nmine|\\nsaid\\n",
                "[QUOTE=heath]said[/QUOTE]|said",
                "[quote]outer [quote]inner[/quote] outer[/quote]|outer [quote]inner[/quote] outer",
                "[quote]never closed|",
                "[quote=never closed|",
                "said[/quote]|",
                "[quotes]no tag[/quotes]|",
                "[quote][/quote]|"
            })
    void findsWhatIsMarkedAsSomebodyElses(String text, String quoted) {
        String given = text.replace("\\n", "\n");
        List<Passage> passages = PlainQuotes.in(given);
        if (quoted == null) {
            assertThat(passages).isEmpty();
        } else {
            assertThat(passages).hasSize(1);
            Passage one = passages.get(0);
            assertThat(given.substring(one.start(), one.end()))
                    .isEqualTo(quoted.replace("\\n", "\n"));
        }
    }

    @Property
    void passagesLieWithinTheTextInOrderAndApart(@ForAll("marked") String text) {
        int from = 0;
        for (Passage passage : PlainQuotes.in(text)) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(from);
            assertThat(passage.end()).isGreaterThan(passage.start());
            from = passage.end();
        }
        assertThat(from).isLessThanOrEqualTo(text.length());
    }

    @Property
    void whatFollowsAQuoteIsNeverPartOfIt(
            @ForAll("plain") String said, @ForAll("plain") String own) {
        String text = "> " + said + "\n\n" + own;

        assertThat(PlainQuotes.in(text)).containsExactly(new Passage(0, said.length() + 2));
    }

    @Provide
    static Arbitrary<String> marked() {
        return Arbitraries.of(
                        ">",
                        "\n",
                        " ",
                        "[quote]",
                        "[quote=a]",
                        "[/quote]",
                        "[quote",
                        "]",
                        "[",
                        "```",
                        "~~~",
                        "words",
                        "\ud83d\ude00",
                        "\ud83d")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    static Arbitrary<String> plain() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40);
    }
}
