package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReplyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "12a,12,ACKNOWLEDGE",
                "12c,12,RESOLVE",
                "12e,12,ESCALATE",
                "12A,12,ACKNOWLEDGE",
                "| 12 a |,12,ACKNOWLEDGE",
                "'12a',12,ACKNOWLEDGE",
                "”12a“,12,ACKNOWLEDGE",
                "12 ack,12,ACKNOWLEDGE",
                "ack 12,12,ACKNOWLEDGE",
                "close 7,7,RESOLVE",
                "7 Escalate.,7,ESCALATE"
            })
    void aNumberAndALetterSayWhichAndWhat(String text, int code, ChannelAction action) {
        assertThat(TextReply.of(text)).contains(new TextReply(OptionalInt.of(code), action));
    }

    @ParameterizedTest
    @CsvSource({
        "a,ACKNOWLEDGE",
        "ack,ACKNOWLEDGE",
        "Acknowledge,ACKNOWLEDGE",
        "c,RESOLVE",
        "close,RESOLVE",
        "e,ESCALATE",
        "escalate,ESCALATE"
    })
    void aBareWordIsAboutTheLastOne(String text, ChannelAction action) {
        assertThat(TextReply.of(text)).contains(new TextReply(OptionalInt.empty(), action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "STOP",
                "START",
                "12",
                "12x",
                "12a3",
                "-1a",
                "a c",
                "1234567890a",
                "cancel",
                "I am driving. a"
            })
    void anythingElseMeansNothing(String text) {
        assertThat(TextReply.of(text)).isEqualTo(Optional.empty());
    }
}
