package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Message.SourceNotice;
import org.upstander.alert.domain.SourceSight.Cause;

class SourceTextTest {

    private static final Instant BLIND = Instant.parse("2026-03-03T06:33:26Z");
    private static final Instant SEES = Instant.parse("2026-03-03T14:00:00Z");

    @Test
    void whatIsSaidOfOneThatIsBlind() {
        SourceNotice notice = blind("Main forum", Cause.SILENT, "en");

        assertThat(SourceText.title(notice)).isEqualTo("Posts from Main forum are not seen");
        assertThat(SourceText.text(notice))
                .startsWith(
                        "No post from Main forum since 3 March 2026 06:33 UTC: attacks there are not"
                                + " seen. Why: nothing came for longer than usual.");
    }

    @Test
    void whereSomeComeNobodyIsToldThatNoneDo() {
        assertThat(SourceText.text(blind("Team", Cause.RATE_LIMITED, "en")))
                .startsWith("Posts from Team are missing since 3 March 2026 06:33 UTC");
    }

    @Test
    void whatIsSaidOfOneThatSeesAgain() {
        SourceNotice notice = new SourceNotice(true, "Main forum", null, SEES, BLIND, "en");

        assertThat(SourceText.title(notice)).isEqualTo("Posts from Main forum are seen again");
        assertThat(SourceText.text(notice))
                .contains("since 3 March 2026 14:00 UTC", "from 3 March 2026 06:33 UTC");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasWordsInEachLanguage(Cause cause) {
        String english = SourceText.text(blind("Main forum", cause, "en"));
        String german = SourceText.text(blind("Main forum", cause, "de"));

        assertThat(english).doesNotContain("%", "null");
        assertThat(german).doesNotContain("%", "null").isNotEqualTo(english).contains("3. März");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forum\r\nBcc: all@example.net",
                "https://evil.example/x",
                "\u202Egnp.exe\u2066 forum",
                "%1$s %n 100%"
            })
    void aHostileNameChangesNothing(String name) {
        SourceNotice notice = blind(name, Cause.GONE, "en");

        assertThat(SourceText.title(notice) + SourceText.text(notice))
                .doesNotContain("\r", "\n", "\u202E", "://", "@")
                .contains("2026 06:33 UTC");
        assertThat(Briefing.of(notice).title()).startsWith("Posts from ").hasSizeLessThan(151);
        assertThat(SourceText.title(blind("\u200B", Cause.GONE, "en")))
                .isEqualTo("Posts from a source without a name are not seen");
    }

    @Test
    void theLongestFitsIntoABriefing() {
        Briefing briefing = Briefing.of(blind("W".repeat(200), Cause.RATE_LIMITED, "de"));

        assertThat(briefing.severity()).isZero();
        assertThat(briefing.links()).isEmpty();
        assertThat(briefing.title()).endsWith("nicht zu sehen");
        assertThat(briefing.facts().get(0).value()).endsWith("geschrieben wird.");
    }

    private static SourceNotice blind(String name, Cause cause, String locale) {
        return new SourceNotice(false, name, cause, BLIND, BLIND, locale);
    }
}
