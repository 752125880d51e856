package org.upstander.alert.notify.mail;

import io.vertx.ext.mail.MailMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** Each mail, subject and both forms. */
class MailGoldenTest {

    private final MailComposer composer =
            new MailComposer("safe@example.org", MailTemplates.engine());

    private static Message.IncidentPage page(int severity, int posts, int authors) {
        return new Message.IncidentPage(
                "inc-1",
                "cm-07",
                "Dana Okafor",
                severity,
                List.of("insult", "threat"),
                List.of(),
                List.of("forum"),
                posts,
                authors,
                Instant.parse("2026-03-24T12:00:00Z"),
                1,
                "An incident opened",
                URI.create(Pages.INCIDENT),
                URI.create(Pages.ACKNOWLEDGE),
                "en");
    }

    private void same(String name, Message message) {
        MailMessage mail =
                composer.compose(Deliveries.of("dlv_1", 1, "lead@example.org", message))
                        .await()
                        .atMost(Duration.ofSeconds(10));
        Golden.assertSame(name + "-subject", mail.getSubject());
        Golden.assertSame(name + "-text", mail.getText());
        if (mail.getHtml() != null) {
            Golden.assertSame(name + "-html", mail.getHtml());
        }
    }

    @Test
    void englishIsAsItWas() {
        same("en/mail-page-1", page(1, 1, 1));
        same("en/mail-page-2", page(2, 2, 1));
        same("en/mail-page-3", page(3, 7, 5));
        same("en/mail-page-4", page(4, 1, 2));
        same("en/mail-notice", new Message.TargetNotice("inc-1", "Dana Okafor"));
        same("en/mail-notice-unnamed", new Message.TargetNotice("inc-1", ""));
        same("en/mail-bundle", new Message.Bundle(List.of(page(3, 1, 1), page(2, 4, 2))));
        same("en/mail-note", new Message.Note("Upstander code 042195", "The code is 042195."));
    }

    @Test
    void germanIsAsItWasWritten() {
        same("de/mail-page-3", Pages.in("de", page(3, 7, 5)));
        same("de/mail-page-4", Pages.in("de", page(4, 1, 1)));
        same("de/mail-notice", new Message.TargetNotice("inc-1", "Dana Okafor", "de"));
        same("de/mail-notice-unnamed", new Message.TargetNotice("inc-1", "", "de"));
        same(
                "de/mail-bundle",
                new Message.Bundle(
                        List.of(Pages.in("de", page(3, 1, 1)), Pages.in("de", page(2, 4, 2)))));
    }
}
