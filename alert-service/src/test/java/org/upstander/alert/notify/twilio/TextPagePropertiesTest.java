package org.upstander.alert.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.TwoWayMessages;

class TextPagePropertiesTest {

    /** The part of GSM-7 that is one character each, and that ASCII has, too. */
    private static final String GSM7 = "[A-Za-z0-9 @$_!\"#%&'()*+,\\-./:;<=>?]*";

    /** These, too, are one character each. */
    private static final String GSM7_GERMAN = "(" + GSM7.replace("*", "") + "|[äöüÄÖÜß])*";

    @Property(tries = 500)
    void whateverComesInItIsOnePartOfOneMessage(
            @ForAll String staffId,
            @ForAll @IntRange(min = 1, max = 4) int severity,
            @ForAll @Positive int posts,
            @ForAll @Positive int authors,
            @ForAll @IntRange(min = 1, max = 99_999) int code) {
        String text =
                TextPage.of(
                        Deliveries.of(
                                "dl_1",
                                1,
                                "+12025550142",
                                TwoWayMessages.page("in-1", staffId, severity, posts, authors),
                                code));
        assertThat(text).hasSizeLessThanOrEqualTo(160).matches(GSM7).contains(code + "a");
    }

    @Property(tries = 200)
    void soItIsInGerman(
            @ForAll String staffId,
            @ForAll @IntRange(min = 1, max = 4) int severity,
            @ForAll @Positive int posts,
            @ForAll @Positive int authors,
            @ForAll @IntRange(min = 1, max = 99_999) int code) {
        Message.IncidentPage page = TwoWayMessages.page("in-1", staffId, severity, posts, authors);
        String text =
                TextPage.of(
                        Deliveries.of("dl_1", 1, "+12025550142", Pages.in("de-CH", page), code));
        assertThat(text).hasSizeLessThanOrEqualTo(160).matches(GSM7_GERMAN).contains(code + "a");
    }

    @Example
    void aGermanCodeFitsIntoOneMessage() {
        Texts german = Texts.in("de");
        Message.Note note =
                new Message.Note(
                        german.of("check.code.title", "042195"),
                        german.filled("check.code.text", "042195", 10),
                        "de");
        assertThat(TextPage.of(Deliveries.of("mc_1", 1, "+12025550142", note, null)))
                .hasSizeLessThanOrEqualTo(160)
                .matches(GSM7_GERMAN)
                .endsWith(".");
    }

    @Example
    void aCodeFitsIntoOneMessageAndIsSpokenTwice() {
        // Given
        Message.Note note =
                new Message.Note(
                        "Upstander code 042195",
                        "The code for this address is 042195. It is good for 10 minutes. If you did not expect it, do nothing, and give it to nobody.");

        // When
        String text = TextPage.of(Deliveries.of("mc_1", 1, "+12025550142", note, null));
        String spoken = SpokenPage.of(note, "https://upstander.example.org/keys");

        // Then
        assertThat(text)
                .hasSizeLessThanOrEqualTo(160)
                .matches(GSM7)
                .contains("042195", "give it to nobody.");
        assertThat(spoken.split("042195", -1)).hasSize(3);
    }
}
