package org.upstander.alert.notify.pagerduty;

import org.junit.jupiter.api.Test;
import org.upstander.alert.notify.Golden;
import org.upstander.alert.notify.Pages;

/** What PagerDuty shows. */
class PagerDutyGoldenTest {

    private static final String KEY = "R0123456789ABCDEFGHIJKLMNOPQRSTU";

    @Test
    void englishIsAsItWas() {
        Golden.assertSame("en/pagerduty-page", PagerDutyEvent.of(Pages.page(), KEY).orElseThrow());
    }

    @Test
    void germanIsAsItWasWritten() {
        Golden.assertSame(
                "de/pagerduty-page",
                PagerDutyEvent.of(Pages.in("de", Pages.page()), KEY).orElseThrow());
    }
}
