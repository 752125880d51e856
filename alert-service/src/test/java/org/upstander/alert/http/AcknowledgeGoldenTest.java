package org.upstander.alert.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.application.reading.AcknowledgeByLink.Outcome;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.mail.MailTemplates;

/** Each page behind the link of a message. */
class AcknowledgeGoldenTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Outcome.Valid incident(String state, IncidentView.Acknowledged by) {
        IncidentView incident =
                new IncidentView(
                        "in_1",
                        "cm-07",
                        state,
                        2,
                        List.of("insult", "threat"),
                        List.of(),
                        List.of(),
                        List.of("forum"),
                        3,
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

    private static void same(String name, AcknowledgePage page) {
        Golden.assertSame(
                name,
                MailTemplates.engine()
                        .getTemplate("acknowledge.html")
                        .data("page", page)
                        .createUni()
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    private static void all(String language) {
        Texts texts = Texts.in(language);
        String link = language + "/link-";
        var by = new IncidentView.Acknowledged(NOON, "ct-3");
        same(link + "ask", AcknowledgePage.ask(incident("open", null), texts));
        same(link + "more", AcknowledgePage.done(incident("open", null), texts));
        same(link + "done", AcknowledgePage.done(incident("acknowledged", by), texts));
        same(link + "somebody", AcknowledgePage.done(incident("acknowledged", null), texts));
        same(link + "resolved", AcknowledgePage.done(incident("resolved", by), texts));
        same(link + "expired", AcknowledgePage.expired(texts));
        same(link + "unknown", AcknowledgePage.unknown(texts));
    }

    @Test
    void englishIsAsItWas() {
        all("en");
    }

    @Test
    void germanIsAsItWasWritten() {
        all("de");
    }
}
