package org.upstander.alert.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.upstander.alert.application.Message.SourceNotice;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.domain.SourceSight;

/** What is said of a source that is blind, or sees again. */
public final class SourceText {

    private static final int MAX_NAME = 80;

    private SourceText() {}

    /** One harmless line. */
    public static String title(SourceNotice notice) {
        return Texts.in(notice.locale())
                .of(notice.sees() ? "source.sees.title" : "source.blind.title", name(notice));
    }

    /** One harmless paragraph. */
    public static String text(SourceNotice notice) {
        Texts texts = Texts.in(notice.locale());
        return notice.sees()
                ? texts.filled(
                        "source.sees.text",
                        name(notice),
                        time(notice.since(), texts),
                        time(notice.blindSince(), texts))
                : texts.filled(
                        someCome(notice.cause()) ? "source.blind.some" : "source.blind.text",
                        name(notice),
                        time(notice.blindSince(), texts),
                        texts.of("source.cause." + notice.cause().wireName()));
    }

    /** That nothing came would not be true. */
    private static boolean someCome(SourceSight.Cause cause) {
        return cause == SourceSight.Cause.RATE_LIMITED || cause == SourceSight.Cause.EMPTY_CONTENT;
    }

    private static String name(SourceNotice notice) {
        String name = SafeText.unlinked(notice.sourceName(), MAX_NAME);
        return name.isBlank() ? Texts.in(notice.locale()).of("source.unnamed") : name;
    }

    static String time(Instant at, Texts texts) {
        return DateTimeFormatter.ofPattern(texts.of("time"), texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
