package org.upstander.alert.notify.opsgenie;

import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** What Opsgenie shows. */
class OpsgenieGoldenTest {

    @Test
    void englishIsAsItWas() {
        Golden.assertSame("en/opsgenie-page", OpsgenieAlert.of(Pages.page()).orElseThrow().body());
        Golden.assertSame(
                "en/opsgenie-acknowledge",
                OpsgenieAlert.of(new Message.StateChange("inc-1", false, "ct-3"))
                        .orElseThrow()
                        .body());
    }

    @Test
    void germanIsAsItWasWritten() {
        Golden.assertSame(
                "de/opsgenie-page",
                OpsgenieAlert.of(Pages.in("de", Pages.page())).orElseThrow().body());
    }
}
