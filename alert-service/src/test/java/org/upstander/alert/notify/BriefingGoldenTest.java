package org.upstander.alert.notify;

import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;

/** What chats and alerting systems are told. */
class BriefingGoldenTest {

    private static void same(String name, Message message) {
        Briefing briefing = Briefing.of(message);
        StringBuilder all = new StringBuilder(briefing.title()).append('\n');
        all.append(briefing.severity()).append('\n').append(briefing.lines()).append('\n');
        briefing.links()
                .forEach(
                        link ->
                                all.append(link.label())
                                        .append(' ')
                                        .append(link.url())
                                        .append('\n'));
        Golden.assertSame(name, all.toString());
    }

    @Test
    void englishIsAsItWas() {
        same("en/briefing-page", Pages.page());
        same("en/briefing-page-empty", Pages.with(Pages.Field.CATEGORY, ""));
        same("en/briefing-notice", new Message.TargetNotice("inc-1", "Dana Okafor"));
        same("en/briefing-note", new Message.Note("Upstander code 042195", "The code is 042195."));
    }

    @Test
    void germanIsAsItWasWritten() {
        same("de/briefing-page", Pages.in("de-AT", Pages.page()));
        same("de/briefing-notice", new Message.TargetNotice("inc-1", "Dana Okafor", "de"));
        same(
                "de/briefing-note",
                new Message.Note("Upstander-Code 042195", "Der Code ist 042195.", "de"));
    }
}
