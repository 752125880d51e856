package org.upstander.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.mail.MailBuffer;
import org.upstander.ingest.mail.Mails;

/** mbox as it is written. */
class MboxItemsTest {

    private static final String SEPARATOR = "From heath@example.org Tue Mar  3 06:33:26 2026\n";

    @Test
    void messagesArePartedAndTheirLinesUnquoted() throws IOException {
        // Given
        String mbox =
                message(1, "First.\n>From here on\n>>From there on\n> From far\nFrom nowhere\n")
                        + message(2, "Second.\n\nFrom what I see, nothing.\n");

        for (String form : List.of(mbox, mbox.replace("\n", "\r\n"))) {
            // When
            List<Handed<Draft.OfPost>> items = all(form);

            // Then
            assertThat(items).hasSize(2);
            assertThat(Mails.draft(items.get(0)).text())
                    .isEqualTo("First.\nFrom here on\n>From there on\n> From far\nFrom nowhere");
            assertThat(Mails.draft(items.get(1)).text())
                    .isEqualTo("Second.\n\nFrom what I see, nothing.");
            assertThat(Mails.draft(items.get(1)).externalId()).isEqualTo("2@example.org");
        }
    }

    @Test
    void anArchiveIsPublicAndAMailboxIsNot() throws IOException {
        try (MboxItems open = items(message(1, "x"), false);
                MboxItems mailbox = items(message(1, "x"), true)) {
            assertThat(Mails.draft(open.next(1).get(0)).visibility()).isEqualTo("public");
            assertThat(Mails.draft(mailbox.next(1).get(0)).visibility())
                    .isEqualTo("private-consented");
        }
    }

    @Test
    void whatIsNoMessageNeverTakesItsNeighboursAlong() throws IOException {
        String mbox =
                "what is this\n\n"
                        + message(1, "a")
                        + SEPARATOR
                        + "\0no\0header\n\n"
                        + SEPARATOR
                        + "\n"
                        + message(2, "x".repeat(MailBuffer.MOST))
                        + message(3, ("y".repeat(1_000) + "\n").repeat(11_000))
                        + message(4, "b");
        List<Handed<Draft.OfPost>> items = all(mbox);
        assertThat(items).hasSize(6);
        assertThat(items.get(0)).isInstanceOf(Handed.Unreadable.class);
        assertThat(Mails.draft(items.get(1)).text()).isEqualTo("a");
        assertThat(items.get(3)).isInstanceOf(Handed.Unreadable.class);
        assertThat(items.get(4)).isInstanceOf(Handed.Unreadable.class);
        assertThat(Mails.draft(items.get(5)).text()).isEqualTo("b");
        assertThat(all("")).isEmpty();
        assertThat(all(SEPARATOR)).isEmpty();
    }

    @Test
    void someAreReadAtATimeAndAllThatAMessageCarries() throws IOException {
        String carried =
                """
                Content-Type: multipart/digest; boundary=b

                --b
                Content-Type: message/rfc822

                From: Mila
                Message-ID: <7@example.org>

                c
                --b
                Content-Type: message/rfc822

                From: Mila
                Message-ID: <8@example.org>

                d
                --b--
                """;
        String mbox = message(1, "a") + SEPARATOR + carried + "\n" + message(2, "b");
        try (MboxItems items = items(mbox, false)) {
            List<String> ids = new ArrayList<>();
            for (var part = items.next(2); !part.isEmpty(); part = items.next(2)) {
                assertThat(part).hasSizeLessThanOrEqualTo(2);
                part.forEach(item -> ids.add(Mails.draft(item).externalId()));
            }
            assertThat(ids)
                    .containsExactly(
                            "1@example.org", "7@example.org", "8@example.org", "2@example.org");
        }
    }

    @Test
    void aPartOfLongTextsIsShorter() throws IOException {
        String mbox = message(1, "z".repeat(80_000)).repeat(100);
        try (MboxItems items = items(mbox, false)) {
            int first = items.next(500).size();
            int rest = items.next(500).size();
            assertThat(first).isBetween(50, 70);
            assertThat(first + rest).isEqualTo(100);
        }
    }

    /** Of a gigabyte only one message is in memory. */
    @Test
    void aLargeFileNeedsNoMoreMemoryThanASmallOne() throws IOException {
        byte[] message =
                message(1, ("z".repeat(76) + "\n").repeat(2_700)).getBytes(StandardCharsets.UTF_8);
        InputStream endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        return at < 300L * message.length
                                ? message[(int) (at++ % message.length)]
                                : -1;
                    }
                };
        try (MboxItems items = new MboxItems(endless, Mails.source(false))) {
            long count = 0;
            for (var part = items.next(500); !part.isEmpty(); part = items.next(500)) {
                assertThat(part.size()).isLessThan(70);
                count += part.size();
            }
            assertThat(count).isEqualTo(300);
        }
    }

    private static String message(int id, String body) {
        return SEPARATOR
                + "From: Heath <heath@example.org>\nMessage-ID: <"
                + id
                + "@example.org>\n\n"
                + body
                + "\n\n";
    }

    private static List<Handed<Draft.OfPost>> all(String mbox) throws IOException {
        try (MboxItems items = items(mbox, false)) {
            return items.next(500);
        }
    }

    private static MboxItems items(String mbox, boolean privateConsented) {
        return new MboxItems(
                new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8)),
                Mails.source(privateConsented));
    }
}
