package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void lineBreaksBidiAndZeroWidthAreGone() {
        // Given
        String hostile = "Dana\r\nBcc: all@example.org\u202Egnp.\u200B\u2066x\u0000\u001B[31m";
        // When
        String line = SafeText.line(hostile, 200);
        // Then
        assertThat(line).isEqualTo("Dana Bcc: all@example.orggnp.x[31m");
    }

    @Test
    void nothingIsLeftForAMailProgramToLink() {
        assertThat(
                        SafeText.unlinked(
                                "see https://evil.example or www.evil.example, a@b.example", 99))
                .isEqualTo("see https[:]//evil.example or www[.]evil.example, a(at)b.example");
    }

    @Test
    void nothingIsStillNothing() {
        assertThat(SafeText.line(null, 10)).isEmpty();
        assertThat(SafeText.line(" \u200B\n ", 10)).isEmpty();
    }

    @Property
    void aLineIsOneShortPrintableLine(@ForAll String text) {
        // When
        String line = SafeText.line(text, 40);
        // Then
        assertThat(line.codePoints().count()).isLessThanOrEqualTo(40);
        assertThat(line.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(point -> Character.getType(point) == Character.FORMAT)
                .noneMatch(point -> Character.getType(point) == Character.LINE_SEPARATOR)
                .noneMatch(point -> Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }

    @Property
    void aLineOfALineIsItself(@ForAll String text) {
        String line = SafeText.line(text, 40);
        assertThat(SafeText.line(line, 40)).isEqualTo(line);
    }
}
