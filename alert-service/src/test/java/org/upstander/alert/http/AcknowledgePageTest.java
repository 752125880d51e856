package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.application.reading.AcknowledgeByLink.Outcome;
import org.upstander.alert.application.reading.IncidentView;

/** What whoever pressed the button is told. */
class AcknowledgePageTest {

    private static final Texts ENGLISH = Texts.in("en");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Outcome.Valid incident(String state, IncidentView.Acknowledged by) {
        IncidentView incident =
                new IncidentView(
                        "in_1",
                        "cm-07",
                        state,
                        2,
                        List.of("insult"),
                        List.of(),
                        List.of(),
                        List.of("forum"),
                        1,
                        1,
                        0,
                        NOON,
                        NOON,
                        by,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null);
        return new Outcome.Valid(incident, null);
    }

    @Test
    void whereThePolicyWantsMorePeopleItDoesNotSayThatNobodyIsCalled() {
        AcknowledgePage page = AcknowledgePage.done(incident("open", null), ENGLISH);

        assertThat(page.text()).contains("others are called").doesNotContain("Nobody");
        assertThat(page.button()).isNull();
    }

    @Test
    void elseNobodyElseIsCalled() {
        AcknowledgePage page =
                AcknowledgePage.done(
                        incident("acknowledged", new IncidentView.Acknowledged(NOON, "ct-3")),
                        ENGLISH);

        assertThat(page.text()).isEqualTo("Acknowledged by ct-3. Nobody else is called.");
    }
}
