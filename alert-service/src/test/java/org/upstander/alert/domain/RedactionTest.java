package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String TEXT = "call 555-0142 now, or Call 555-0142 later";

    @Test
    void whatIsExposedIsHiddenWhereverItStands() {
        Redaction redaction = new Redaction().learn(TEXT, List.of(exposed(5, 13)));

        assertThat(redaction.hide(TEXT)).isEqualTo("call ████████ now, or Call ████████ later");
        assertThat(redaction.hide("quoted: 555-0142")).isEqualTo("quoted: ████████");
        assertThat(redaction.hide("STREET")).isEqualTo("STREET");
    }

    @Test
    void lettersAreHiddenInEitherCase() {
        Redaction redaction =
                new Redaction().learn("she lives in Elm Row", List.of(exposed(13, 20)));

        assertThat(redaction.hide("ELM ROW, elm row")).isEqualTo("███████, ███████");
    }

    @Test
    void otherSpansAndThoseThatDoNotFitHideNothing() {
        Redaction redaction =
                new Redaction()
                        .learn(TEXT, List.of(new Assessment.Span(5, 13, "insult", 1)))
                        .learn(TEXT, List.of(exposed(5, 7), exposed(-1, 4), exposed(5, 400)))
                        .learn(null, List.of(exposed(0, 4)));

        assertThat(redaction.hide(TEXT)).isEqualTo(TEXT);
        assertThat(redaction.hide(null)).isNull();
    }

    private static Assessment.Span exposed(int start, int end) {
        return new Assessment.Span(start, end, "doxxing", 1);
    }
}
