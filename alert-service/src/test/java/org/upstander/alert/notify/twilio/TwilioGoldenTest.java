package org.upstander.alert.notify.twilio;

import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** Each text message and each call. */
class TwilioGoldenTest {

    private static final String KEYS = "https://upstander.example.org/keys?delivery=dl_1&attempt=1";

    private static void same(String name, Message message, Integer code) {
        Golden.assertSame(
                name + "-sms",
                TextPage.of(Deliveries.of("dl_1", 1, "+12025550142", message, code)));
        Golden.assertSame(name + "-voice", SpokenPage.of(message, KEYS));
    }

    @Test
    void englishIsAsItWas() {
        same("en/phone-page", Pages.page(), 12);
        same("en/phone-page-unanswered", Pages.page(), null);
        same("en/phone-notice", new Message.TargetNotice("inc-1", "Dana Okafor"), null);
        same(
                "en/phone-note",
                new Message.Note("Upstander code 042195", "The code is 042195."),
                null);
    }

    @Test
    void germanIsAsItWasWritten() {
        same("de/phone-page", Pages.in("de", Pages.page()), 12);
        same("de/phone-notice", new Message.TargetNotice("inc-1", "Dana Okafor", "de"), null);
        same(
                "de/phone-note",
                new Message.Note("Upstander-Code 042195", "Der Code ist 042195.", "de"),
                null);
    }
}
