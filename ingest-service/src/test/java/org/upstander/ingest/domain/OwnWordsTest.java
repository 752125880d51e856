package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnWordsTest {

    @Test
    void quotesTheLineBeforeThemAndTheSignatureAreLeftOut() {
        assertThat(
                        OwnWords.in(
                                "He wrote again.\n\nOn Tuesday, Heath wrote:\n> Hello.\n> There.\n\n"
                                        + "I did not answer.\n-- \nDana\n+49 1"))
                .isEqualTo("He wrote again.\n\nI did not answer.");
        assertThat(OwnWords.in("> Hello.")).isEmpty();
        assertThat(OwnWords.in("-- \nDana")).isEmpty();
        assertThat(OwnWords.in("Two -- dashes\n--\nstay.")).isEqualTo("Two -- dashes\n--\nstay.");
    }

    @Test
    void ofMarkupWhatIsMarkedAsAQuoteIsLeftOut() {
        assertThat(OwnWords.in(new Reading("Again. Hello. No.", List.of(new Passage(7, 13)))))
                .isEqualTo("Again.  No.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "- | friend-request",
                "'' | friend-request",
                "He is back | friend-request",
                "Friend request from Heath | friend-request",
                "Fwd: Direct message from Heath | direct-message",
                "FW: fwd: e-mail | email",
                "Call | call",
                "Called me | friend-request",
                "in person: at the bus stop | in-person",
                "follow, again | follow"
            },
            delimiter = '|')
    void theSubjectBeginsWithTheWay(String subject, String kind) {
        assertThat(OwnWords.kind(subject)).isEqualTo(kind);
    }

    @Test
    void whoItWasStandsBehindAnAt() {
        assertThat(OwnWords.handle(null, "Sent by @glider_gaz.")).isEqualTo("glider_gaz");
        assertThat(OwnWords.handle("@a.b-c!", "@d")).isEqualTo("a.b-c");
        assertThat(OwnWords.handle("@_", "")).isEqualTo("_");
        assertThat(OwnWords.handle("Mail from heath@example.org", "or @@x")).isEqualTo("unknown");
        assertThat(OwnWords.handle("@" + "x".repeat(400))).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void theNoteIsTheSubjectAndTheWords() {
        assertThat(OwnWords.note("Fwd: He is back", "Again.")).isEqualTo("He is back\nAgain.");
        assertThat(OwnWords.note(null, "Again.")).isEqualTo("Again.");
        assertThat(OwnWords.note(" ", "")).isNull();
        assertThat(OwnWords.note("a", "x".repeat(5_000))).hasSize(Limits.NOTE);
    }
}
