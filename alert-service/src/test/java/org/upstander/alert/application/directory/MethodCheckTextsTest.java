package org.upstander.alert.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;

/** What proves that an address reaches somebody. */
class MethodCheckTextsTest {

    @Test
    void englishIsAsItWas() {
        Texts english = Texts.in("en");

        assertThat(MethodCheckTexts.code("042195", english))
                .isEqualTo(
                        new Message.Note(
                                "Upstander code 042195",
                                "The code for this address is 042195. It is good for 10 minutes. If you did not expect it, do nothing, and give it to nobody."));
        assertThat(MethodCheckTexts.test(english))
                .isEqualTo(
                        new Message.Note(
                                "Test message from Upstander",
                                "This is a test: this address reaches you when somebody in your care is attacked. There is nothing to do."));
    }

    @Test
    void germanSaysTheSame() {
        Message.Note code = (Message.Note) MethodCheckTexts.code("042195", Texts.in("de"));

        assertThat(code.locale()).isEqualTo("de");
        assertThat(code.title()).isEqualTo("Upstander-Code 042195");
        assertThat(code.text()).startsWith("Der Code für diese Adresse ist 042195. Er gilt 10 Min");
    }
}
