package org.upstander.ingest.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

/** Which personal links are ours. */
class SignedReportLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");
    private static final String KEY = "a-key-for-this-test-only";

    private final SignedReportLinks links = new SignedReportLinks(keys(KEY));

    @Test
    void aLinkSaysWhoseItIsUntilItEnds() {
        String link = links.sign("cm-07/ä", NOW.plusSeconds(60));
        assertThat(link).matches("[A-Za-z0-9_.-]+");
        assertThat(links.staff(link, NOW)).contains("cm-07/ä");
        assertThat(links.staff(link, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void noCharacterOfItMayChange() {
        String link = links.sign("cm-07", NOW.plusSeconds(60));
        for (int at = 0; at < link.length(); at++) {
            char other = link.charAt(at) == 'A' ? 'B' : 'A';
            String changed = link.substring(0, at) + other + link.substring(at + 1);
            assertThat(links.staff(changed, NOW)).as("character %d", at).isEmpty();
        }
    }

    @Test
    void whatIsNoLinkIsNone() {
        for (String other :
                List.of(
                        "",
                        ".",
                        "..",
                        "a.b.c",
                        "x".repeat(10_000),
                        ".".repeat(300),
                        "Y20.1",
                        "Y20.1.")) {
            assertThat(links.staff(other, NOW)).as(other).isEmpty();
        }
    }

    @Test
    void aLinkOfTheKeyBeforeHoldsWhileThatIsNamed() {
        String link = links.sign("cm-07", NOW.plusSeconds(60));
        assertThat(new SignedReportLinks(keys("another-key-than-that", KEY)).staff(link, NOW))
                .contains("cm-07");
        assertThat(new SignedReportLinks(keys("another-key-than-that")).staff(link, NOW)).isEmpty();
    }

    @Test
    void withoutAKeyThereAreNoLinks() {
        SignedReportLinks none = new SignedReportLinks(keys(""));
        assertThatThrownBy(() -> none.sign("cm-07", NOW)).isInstanceOf(NoSourceKey.class);
        assertThat(none.staff(links.sign("cm-07", NOW.plusSeconds(60)), NOW)).isEmpty();
    }

    private static SourceKeys keys(String... keys) {
        return new SourceKeys(List.of(keys));
    }
}
