package org.upstander.alert.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.Message.Digest;
import org.upstander.alert.application.Message.DigestLine;
import org.upstander.alert.notify.HostileTexts;

/** What a digest says, and what it does not. */
class DigestMailTest extends MailTestBase {

    private static final Instant FROM = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-24T13:00:00Z");
    private static final String READ = "https://alerts.example.org/incidents/inc-1";

    @Test
    void itListsIncidentsCountsAndSeverities() throws Exception {
        // When
        assertThat(
                        send(
                                "dg_1",
                                digest(
                                        line("inc-1", "cm-07", 4, "threat"),
                                        line("inc-2", "cm-08", 2, "insult"),
                                        line("inc-3", "cm-09", 2, "insult"))))
                .isInstanceOf(Delivered.class);
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Digest: 3 incidents, severity up to 4");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<dg_1@example.org>");
        assertThat(mail.getHeader("X-Priority")).isNull();
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .startsWith(
                        "3 incidents, paged about from 24 November 2026 12:00 UTC to 24 November 2026 13:00 UTC.\n"
                                + "By severity: 1 of 4, 2 of 2.\n")
                .contains("inc-1: attack on cm-07, severity 4 of 4, open\n")
                .contains("  3 posts by 1 author, 2 pages; threat on forum\n")
                .contains("  Read: " + READ + "\n")
                .contains("calls nobody");
    }

    @Test
    void aTextFromOutsideStaysAText() {
        for (String text : HostileTexts.all()) {
            for (DigestLine line :
                    List.of(
                            line(text, "cm-07", 1, "insult"),
                            line("inc-1", text, 1, "insult"),
                            line("inc-1", "cm-07", 1, text))) {
                String mail = DigestText.of(digest(line)).replace(READ, "");
                assertThat(mail.lines().count()).describedAs(text).isEqualTo(9);
                assertThat(mail)
                        .describedAs(text)
                        .doesNotContain("@", "\r", "\u202E", "\u200B")
                        .doesNotContainPattern("(?i)https?://");
            }
        }
    }

    @Test
    void manyIncidentsAreCountedRatherThanListed() {
        Digest many =
                new Digest(
                        IntStream.range(0, 250)
                                .mapToObj(i -> line("inc-" + i, "cm-07", 1, "insult"))
                                .toList(),
                        FROM,
                        TO);
        assertThat(DigestText.of(many))
                .contains("250 incidents", "inc-199:", "And 50 more.")
                .doesNotContain("inc-200:");
    }

    private static Digest digest(DigestLine... lines) {
        return new Digest(List.of(lines), FROM, TO);
    }

    private static DigestLine line(String id, String staff, int severity, String category) {
        return new DigestLine(
                id,
                staff,
                severity,
                "open",
                List.of(category),
                List.of("forum"),
                3,
                1,
                2,
                URI.create(READ));
    }
}
