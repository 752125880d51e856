package org.upstander.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsoupTextTest {

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
                    """)
    void readsWhatAPersonWouldSee(String html, String text) {
        assertThat(new JsoupText().textOf(html)).isEqualTo(text);
    }

    @Test
    void deepMarkupIsNoDanger() {
        String deep = String.join("", Collections.nCopies(100_000, "<div>")) + "seen";

        assertThat(new JsoupText().textOf(deep)).isEqualTo("seen");
    }
}
