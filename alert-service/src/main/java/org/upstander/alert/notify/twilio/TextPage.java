package org.upstander.alert.notify.twilio;

import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.SafeText;

/**
 * What a text message says: one part, at most 160 characters of GSM-7, since every further part
 * costs and may come alone. No link: it would not fit.
 */
final class TextPage {

    private static final int MAX_CHARS = 160;
    private static final int MAX_ID = 24;
    private static final int MANY = 9_999;

    private TextPage() {}

    static String of(Delivery delivery) {
        if (delivery.message() instanceof Message.IncidentPage page) {
            Texts texts = Texts.in(page.locale());
            String what =
                    texts.filled(
                            "sms.page",
                            plain(page.staffId()),
                            page.severity(),
                            Math.min(page.postCount(), MANY),
                            Math.min(page.authorCount(), MANY));
            return delivery.replyCode() == null
                    ? what
                    : what + " " + texts.of("sms.reply", delivery.replyCode());
        }
        if (delivery.message() instanceof Message.Note note) {
            return SafeText.line("Upstander: " + note.text(), MAX_CHARS);
        }
        return Texts.in(
                        delivery.message() instanceof Message.TargetNotice notice
                                ? notice.locale()
                                : null)
                .of("sms.notice");
    }

    /** Ids are ASCII; whatever else came in has no business here. */
    private static String plain(String id) {
        return SafeText.line(id, MAX_ID).replaceAll("[^A-Za-z0-9._-]", "?");
    }
}
