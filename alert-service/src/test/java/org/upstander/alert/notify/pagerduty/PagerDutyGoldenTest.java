package org.upstander.alert.notify.pagerduty;

import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** What PagerDuty shows. */
class PagerDutyGoldenTest {

    private static final String KEY = "R0123456789ABCDEFGHIJKLMNOPQRSTU";

    @Test
    void englishIsAsItWas() {
        Golden.assertSame("en/pagerduty-page", sent(Pages.page()));
    }

    @Test
    void germanIsAsItWasWritten() {
        Golden.assertSame("de/pagerduty-page", sent(Pages.in("de", Pages.page())));
    }

    private static String sent(Message message) {
        return PagerDutyEvent.of(Deliveries.of("dl_1", 1, KEY, message), KEY).orElseThrow();
    }
}
