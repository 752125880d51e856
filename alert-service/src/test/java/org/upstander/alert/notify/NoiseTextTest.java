package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Message.NoiseNotice;

class NoiseTextTest {

    @Test
    void numbersAreSaidAndNobodyIsCalled() {
        NoiseNotice notice = notice("cm-07", "en");

        assertThat(NoiseText.title(notice)).isEqualTo("cm-07 is attacked more than usual");
        assertThat(NoiseText.text(notice))
                .isEqualTo(
                        "14 of 120 mentions of cm-07 within 24 hours are attacks, 11.7 %; usual is 1.8 %, and up to 5.3 % of so many. 31 were supportive: pass them on. Nobody is called for this; attacks page as ever.");
    }

    @Test
    void inGermanNumbersAreWrittenAsGermansDo() {
        assertThat(NoiseText.title(notice("cm-07", "de")))
                .isEqualTo("cm-07 wird mehr angegriffen als üblich");
        assertThat(NoiseText.text(notice("cm-07", "de")))
                .contains("14 von 120", "11,7 %", "1,8 %", "5,3 %");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cm\r\nBcc: all@example.net",
                "https://evil.example/x",
                "\u202Egnp.exe\u2066",
                "%1$s %n 100%",
                "W"
            })
    void aHostileIdChangesNothing(String id) {
        NoiseNotice notice = notice(id.equals("W") ? "W".repeat(300) : id, "de");

        assertThat(NoiseText.title(notice) + NoiseText.text(notice))
                .doesNotContain("\r", "\n", "\u202E", "://", "@")
                .contains("wie immer benachrichtigt");
        Briefing briefing = Briefing.of(notice);
        assertThat(briefing.severity()).isZero();
        assertThat(briefing.links()).isEmpty();
        assertThat(briefing.title()).hasSizeLessThan(151);
        assertThat(briefing.facts().get(0).value()).endsWith("benachrichtigt.");
    }

    private static NoiseNotice notice(String staffId, String locale) {
        return new NoiseNotice(staffId, 14, 120, 31, 0.0175, 0.0534, 24, locale);
    }
}
