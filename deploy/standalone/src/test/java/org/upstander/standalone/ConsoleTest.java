package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void everyLineSaysWhoSpeaks() {
        console.line("alert", "ready");
        console.say("two\nlines");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("alert     | ready", "upstander | two", "upstander | lines");
    }

    @Test
    void aLineCannotSteerTheTerminal() {
        console.line("alert", "a\u001b[2Jb\rc\u009bd\te");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("alert     | a?[2Jb?c?d\te");
    }
}
