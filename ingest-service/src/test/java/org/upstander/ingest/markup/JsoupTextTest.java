package org.upstander.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.domain.Passage;
import org.upstander.ingest.domain.Reading;

class JsoupTextTest {

    private final JsoupText jsoup = new JsoupText();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>Line one<br>line two</p><p>three</p> | Line one line two three
                    <b>you</b><i>r</i> work &amp; mine       | your work & mine
                    <script>alert(1)</script>seen            | seen
                    <style>p{}</style>seen                   | seen
                    <p>never closed <b>bold                  | never closed bold
                    plain                                    | plain
                    <img src=x onerror=alert(1)>             | ''
                    <pre>a  b</pre>&nbsp; c                  | a  b c
                    """)
    void readsWhatAPersonWouldSee(String html, String text) {
        assertThat(jsoup.read(html).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <blockquote><p>She said.</p></blockquote><p>Mine.</p>                       | She said.
                    Mine.<blockquote>one<blockquote>two</blockquote>three</blockquote>Mine.      | one two three
                    <aside class="quote no-group" data-username="heath"><div class="title">heath:</div><blockquote>He said.</blockquote></aside>Mine. | heath: He said.
                    <aside>no quote</aside>Mine.                                                 |
                    <blockquote> </blockquote>Mine.                                              |
                    <blockquote>never closed                                                     | never closed
                    """)
    void knowsWhatIsMarkedAsAQuote(String html, String quoted) {
        Reading reading = jsoup.read(html);
        if (quoted == null) {
            assertThat(reading.quoted()).isEmpty();
        } else {
            assertThat(reading.quoted()).hasSize(1);
            assertThat(words(reading, reading.quoted().get(0))).isEqualTo(quoted);
        }
    }

    @Test
    void deepMarkupIsNoDanger() {
        String deep = String.join("", Collections.nCopies(100_000, "<div>")) + "seen";

        assertThat(jsoup.read(deep).text()).isEqualTo("seen");
    }

    @Property
    void theWordsAreThoseOfJsoupAndPassagesLieInThem(@ForAll("markup") String html) {
        Reading reading = jsoup.read(html);

        assertThat(reading.text())
                .isEqualToIgnoringWhitespace(Jsoup.parse(html).body().text())
                .doesNotContain("  ");
        int from = 0;
        for (Passage passage : reading.quoted()) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(from);
            assertThat(passage.end())
                    .isGreaterThan(passage.start())
                    .isLessThanOrEqualTo(reading.text().length());
            assertThat(words(reading, passage)).isEqualTo(words(reading, passage).trim());
            from = passage.end();
        }
    }

    private static String words(Reading reading, Passage passage) {
        return reading.text().substring(passage.start(), passage.end());
    }

    @Provide
    static Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<blockquote>",
                        "</blockquote>",
                        "<p>",
                        "</p>",
                        "<b>",
                        "</b>",
                        "<br>",
                        "<aside class=quote>",
                        "</aside>",
                        "<div>",
                        "</div>",
                        "<table><tr><td>",
                        "</table>",
                        "<li>",
                        "&amp;",
                        "&nbsp;",
                        "&#8203;",
                        " ",
                        "  ",
                        "\n",
                        "words",
                        "\ud83d\ude00",
                        "<script>x</script>",
                        "<!-- c -->")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
