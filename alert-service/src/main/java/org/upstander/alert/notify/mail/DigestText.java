package org.upstander.alert.notify.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upstander.alert.application.Message.Digest;
import org.upstander.alert.application.Message.DigestLine;
import org.upstander.alert.notify.SafeText;

/** What a digest says: which incidents, how many, how grave. Every text is one harmless line. */
final class DigestText {

    private static final int MAX_ID = 80;
    private static final int MAX_ITEM = 40;
    private static final int MAX_ITEMS = 10;
    private static final int MAX_INCIDENTS = 200;
    private static final int GRAVEST = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private DigestText() {}

    /** No name, kind or place: the subject shows on a locked screen. */
    static String subject(Digest digest) {
        return "Digest: %s, severity up to %d"
                .formatted(
                        count(digest.incidents().size(), "incident"),
                        digest.incidents().stream().mapToInt(DigestLine::severity).max().orElse(0));
    }

    static String of(Digest digest) {
        int more = digest.incidents().size() - MAX_INCIDENTS;
        return """
               %s, paged about from %s to %s.
               By severity: %s.

               %s%s
               This mail is a summary and calls nobody: what needs you comes by another way as well.
               What was said and who said it are left out of it on purpose.
               """
                .formatted(
                        count(digest.incidents().size(), "incident"),
                        time(digest.from()),
                        time(digest.to()),
                        bySeverity(digest),
                        digest.incidents().stream()
                                .limit(MAX_INCIDENTS)
                                .map(DigestText::entry)
                                .collect(Collectors.joining("\n")),
                        more > 0 ? "\nAnd %d more.\n".formatted(more) : "");
    }

    private static String entry(DigestLine line) {
        return """
               %s: attack on %s, severity %d of 4, %s
                 %s by %s, %s; %s on %s
                 Read: %s
               """
                .formatted(
                        SafeText.unlinked(line.incidentId(), MAX_ID),
                        SafeText.unlinked(line.staffId(), MAX_ID),
                        line.severity(),
                        line.state(),
                        count(line.postCount(), "post"),
                        count(line.authorCount(), "author"),
                        count(line.pages(), "page"),
                        list(line.categories()),
                        list(line.sources()),
                        line.incidentUrl().toASCIIString());
    }

    private static String bySeverity(Digest digest) {
        return IntStream.iterate(GRAVEST, severity -> severity >= 1, severity -> severity - 1)
                .mapToObj(
                        severity ->
                                "%d of %d"
                                        .formatted(
                                                digest.incidents().stream()
                                                        .filter(line -> line.severity() == severity)
                                                        .count(),
                                                severity))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private static String list(List<String> items) {
        String shown =
                items.stream()
                        .limit(MAX_ITEMS)
                        .map(item -> SafeText.unlinked(item, MAX_ITEM))
                        .collect(Collectors.joining(", "));
        return shown.isBlank() ? "unknown" : shown;
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
