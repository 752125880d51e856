package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which incidents a silence covers, and which single ones a pile-on. */
class SilenceTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(1));
    private static final Author HEATH = new Author("8", "Heath", null);
    private static final Author OTHER = new Author("9", "rowan", null);

    /** Words are separated by spaces; empty matches everything. */
    @ParameterizedTest
    @CsvSource({
        "cm-1,,,,4,true",
        "cm-2 cm-1,,,,4,true",
        "cm-2,,,,4,false",
        ",8,,,4,true",
        ",hEATH,,,4,true",
        ",rowan,,,4,false",
        ",,forum,,4,true",
        ",,chat,,4,false",
        "cm-1,,,insult,4,true",
        "cm-1,,,insult demeaning,4,true",
        "cm-1,,,demeaning,4,false",
        "cm-1,,,,2,true",
        "cm-1,,,,1,false",
        "cm-1,8,chat,,4,false"
    })
    void everyMatcherThatIsGivenMustHold(
            String staff,
            String authors,
            String sources,
            String categories,
            int upTo,
            boolean held) {
        Silence silence =
                silence(
                        new Silence.Matchers(
                                words(staff),
                                words(authors),
                                words(sources),
                                words(categories),
                                upTo),
                        false);

        assertThat(silence.holds(incident(2, "insult"), List.of(HEATH), START)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "4,insult,false,false",
        "4,insult,true,true",
        "2,threat,false,false",
        "2,doxxing,false,false",
        "2,doxxing,true,true",
        "3,stalking,false,true"
    })
    void aThreatIsSilencedOnlyWhereThatIsWrittenOut(
            int severity, String category, boolean threats, boolean held) {
        assertThat(
                        silence(onStaff(), threats)
                                .holds(incident(severity, category), List.of(HEATH), START))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "3599,true", "3600,false"})
    void itHoldsFromItsStartUntilBeforeItsEnd(long second, boolean held) {
        assertThat(
                        silence(onStaff(), false)
                                .holds(
                                        incident(2, "insult"),
                                        List.of(HEATH),
                                        START.plusSeconds(second)))
                .isEqualTo(held);
    }

    @Test
    void anotherAuthorOrCategoryThatJoinsEndsIt() {
        // Given
        Silence byAuthor =
                silence(
                        new Silence.Matchers(List.of(), List.of("8"), List.of(), List.of(), 4),
                        false);
        Incident incident = incident(2, "insult");

        // Then
        assertThat(byAuthor.holds(incident, List.of(HEATH), START)).isTrue();
        assertThat(byAuthor.holds(incident, List.of(HEATH, OTHER), START)).isFalse();
        assertThat(byAuthor.holds(incident, List.of(Author.UNKNOWN), START)).isFalse();
        assertThat(byAuthor.holds(incident, List.of(), START)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "in_other,cm-1,2,0,true",
        "in_1,cm-1,2,0,false",
        "in_other,cm-2,2,0,false",
        "in_other,cm-1,1,0,false",
        "in_other,cm-1,4,0,true",
        "in_other,cm-1,2,60,false",
        "in_other,cm-1,2,-3600,true",
        "in_other,cm-1,2,-7200,false"
    })
    void aPileOnInhibitsWhatOpensWhileItLastsAndIsNoWorse(
            String id, String staff, int severity, long opened, boolean inhibits) {
        // Given: a pile-on that opened so many seconds before or after, and ended at once
        Instant at = START.plusSeconds(opened);
        PileOn pileOn = new PileOn(id, staff, severity, at, at);

        // Then
        assertThat(pileOn.inhibits(incident(2, "insult"), Duration.ofHours(1))).isEqualTo(inhibits);
    }

    private static Silence.Matchers onStaff() {
        return new Silence.Matchers(List.of("cm-1"), List.of(), List.of(), List.of(), 4);
    }

    private static Silence silence(Silence.Matchers matchers, boolean threats) {
        return new Silence(
                "si-1",
                matchers,
                START,
                END,
                "Banned",
                new Silence.Threats(threats, threats ? "The police asked" : null),
                "token:tk-1");
    }

    private static Incident incident(int severity, String category) {
        return new Incident(
                "in_1",
                "cm-1",
                new IncidentState.Open(),
                severity,
                new TreeSet<>(List.of(category)),
                new TreeSet<>(List.of("forum")),
                new TreeSet<>(),
                1,
                1,
                START,
                START);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
