package org.upstander.alert.notify.twilio;

import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;
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
            Texts texts = Texts.in(note.locale());
            String say =
                    texts.spoken(
                            texts.of("voice.note", escaped(SafeText.line(note.text(), MAX_NOTE))));
            return "<Response>%s<Pause length=\"2\"/>%s</Response>".formatted(say, say);
        }
        Texts texts =
                Texts.in(message instanceof Message.TargetNotice notice ? notice.locale() : null);
        return "<Response>" + texts.spoken(texts.of("voice.notice")) + "</Response>";
    }

    private static String page(Message.IncidentPage page, String keys) {
        Texts texts = Texts.in(page.locale());
        String say =
                texts.spoken(
                        texts.filled(
                                "voice.page",
                                escaped(SafeText.line(page.staffId(), MAX_ID)),
                                page.severity(),
                                page.postCount(),
                                page.authorCount()));
        return "<Response><Gather numDigits=\"1\" timeout=\"8\" action=\"%s\">%s<Pause length=\"2\"/>%s</Gather>%s</Response>"
                .formatted(escaped(keys), say, say, texts.spoken(texts.of("voice.goodbye")));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
