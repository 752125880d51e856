package org.upstander.alert.notify;

import org.upstander.alert.application.Message.NoiseNotice;
import org.upstander.alert.application.language.Texts;

/** What is said when somebody is attacked more than usual: who, by id, and numbers. */
public final class NoiseText {

    private static final int MAX_ID = 64;

    private NoiseText() {}

    /** One harmless line. */
    public static String title(NoiseNotice notice) {
        return Texts.in(notice.locale()).filled("noise.title", staff(notice));
    }

    /** One harmless paragraph. */
    public static String text(NoiseNotice notice) {
        Texts texts = Texts.in(notice.locale());
        return texts.filled(
                "noise.text",
                notice.attacks(),
                notice.mentions(),
                staff(notice),
                notice.hours(),
                percent((double) notice.attacks() / notice.mentions(), texts),
                percent(notice.usual(), texts),
                percent(notice.upperLimit(), texts),
                notice.supportive());
    }

    private static String staff(NoiseNotice notice) {
        return PlainText.id(notice.staffId(), MAX_ID);
    }

    private static String percent(double share, Texts texts) {
        return String.format(texts.locale(), "%.1f %%", share * 100);
    }
}
