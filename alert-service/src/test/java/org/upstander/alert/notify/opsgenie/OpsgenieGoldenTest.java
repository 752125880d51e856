package org.upstander.alert.notify.opsgenie;

import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** What Opsgenie shows. */
class OpsgenieGoldenTest {

    @Test
    void englishIsAsItWas() {
        Golden.assertSame("en/opsgenie-page", sent(Pages.page()));
        Golden.assertSame(
                "en/opsgenie-acknowledge",
                sent(new Message.StateChange(Pages.page(), false, "ct-3")));
    }

    @Test
    void germanIsAsItWasWritten() {
        Golden.assertSame("de/opsgenie-page", sent(Pages.in("de", Pages.page())));
    }

    private static String sent(Message message) {
        return OpsgenieAlert.of(Deliveries.of("dl_1", 1, "key", message)).orElseThrow().body();
    }
}
