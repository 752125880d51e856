package org.upstander.alert.notify.twilio;

import org.upstander.alert.application.Message;
import org.upstander.alert.notify.SafeText;

/** What a call says, as TwiML: twice, with a pause in which a key may be pressed. */
final class SpokenPage {

    private static final int MAX_ID = 40;
    private static final int MAX_NOTE = 300;

    private SpokenPage() {}

    /**
     * @param keys where Twilio tells the key that was pressed
     */
    static String of(Message message, String keys) {
        if (message instanceof Message.IncidentPage page) {
            return page(page, keys);
        }
        if (message instanceof Message.Note note) {
            String say =
                    "<Say>This is Upstander. %s</Say>"
                            .formatted(escaped(SafeText.line(note.text(), MAX_NOTE)));
            return "<Response>%s<Pause length=\"2\"/>%s</Response>".formatted(say, say);
        }
        return "<Response><Say>"
                + "This is Upstander. We saw something about you, and somebody is taking care of it."
                + "</Say></Response>";
    }

    private static String page(Message.IncidentPage page, String keys) {
        String say =
                "<Say>This is Upstander. %s is under attack. Severity %d, posts %d, authors %d. Press 4 to acknowledge, 6 to close.</Say>"
                        .formatted(
                                escaped(SafeText.line(page.staffId(), MAX_ID)),
                                page.severity(),
                                page.postCount(),
                                page.authorCount());
        return "<Response><Gather numDigits=\"1\" timeout=\"8\" action=\"%s\">%s<Pause length=\"2\"/>%s</Gather><Say>Goodbye.</Say></Response>"
                .formatted(escaped(keys), say, say);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
