package org.upstander.alert.application.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.pattern.PatternKind;

/** Each language says all that English says, with the same filled in. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("%\\d\\$[sd]");
    private static final Pattern STRAY = Pattern.compile("%(?!\\d\\$[sd])");

    static List<String> others() {
        return Texts.languages().stream().filter(tag -> !tag.equals("en")).toList();
    }

    private static Properties file(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        TextsTest.class.getResourceAsStream(
                                "/texts/texts%s.properties".formatted(suffix)),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group()).sorted().toList();
    }

    @Test
    void germanIsShipped() {
        assertThat(Texts.languages()).containsExactly("en", "de");
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyKeyIsThereWithItsPlaceholders(String tag) throws IOException {
        Properties english = file("");
        Properties other = file("_" + tag);

        assertThat(new TreeSet<>(other.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            String text = other.getProperty(key);
            assertThat(placeholders(text).stream().distinct().toList())
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)).stream().distinct().toList());
            assertThat(STRAY.matcher(text).find()).as(key).isFalse();
            assertThat(text).as(key).isEqualTo(text.strip());
        }
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "de-Latn-CH,de", "DE,de", "en-GB,en", "fr,en", "x-y,en"})
    void theNearestLanguageIsTaken(String wanted, String taken) {
        assertThat(Texts.in(wanted).language()).isEqualTo(taken);
    }

    @Test
    void ofSeveralTheFirstThatIsThereIsTaken() {
        assertThat(Texts.in("fr-CA,fr;q=0.9,de;q=0.8,en;q=0.7").language()).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "not a tag", "de_DE;;", "\u0000"})
    void whatIsNoLanguageIsEnglish(String wanted) {
        assertThat(Texts.in(wanted).language()).isEqualTo("en");
        assertThat(Texts.in(null).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An incident opened",
                "The step before reached nobody",
                "Nobody acknowledged within 300 s",
                "Nobody acknowledged: the policy begins again after 900 s",
                "Split out of another incident",
                "Somebody escalated",
                "No check-in within 30 min",
                "Attacked again soon after it was resolved",
                "Severity rose from 2 to 3",
                "A new kind of attack: threat, doxxing",
                "Digest: the attack goes on",
                "ct-3 wanted to hear of it again now",
                "sms:ct-3 has seen it, and nobody called since"
            })
    void whyIsSaidInEachLanguage(String reason) {
        assertThat(Texts.in("en").reason(reason)).isEqualTo(reason);
        assertThat(Texts.in("de").reason(reason)).isNotEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(PatternKind.class)
    void everyPatternHasAName(PatternKind kind) {
        for (String tag : Texts.languages()) {
            assertThat(Texts.in(tag).of("pattern." + kind.wireName())).isNotBlank();
        }
    }

    @Test
    void patternsStandBehindKindsOfAttacks() {
        List<String> patterns = List.of("doxxing", "retaliation", "of-the-future");

        assertThat(Texts.in("en").kinds(List.of("insult", "doxxing"), patterns))
                .containsExactly("insult", "doxxing", "retaliation", "of-the-future");
        assertThat(Texts.in("de").kinds(List.of(), patterns))
                .containsExactly("Preisgabe privater Daten", "Vergeltung", "of-the-future");
    }

    @Test
    void whatIsFilledInStays() {
        Texts german = Texts.in("de");

        assertThat(german.reason("Nobody acknowledged within 300 s"))
                .isEqualTo("Seit 300 s hat niemand übernommen");
        assertThat(german.reason("A new kind of attack: threat, other"))
                .isEqualTo("Eine neue Art von Angriff: Drohung, other");
        assertThat(german.reason("She asked to be told")).isEqualTo("She asked to be told");
        assertThat(german.reason("100 %s and $1 has seen it, and nobody called since"))
                .isEqualTo("100 %s and $1 hat es gesehen, aber seither hat niemand angerufen");
    }
}
