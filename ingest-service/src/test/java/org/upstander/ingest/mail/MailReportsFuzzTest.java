package org.upstander.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.OwnWords;

/** Messages of strangers to personal addresses: one that breaks us would hold up all after it. */
class MailReportsFuzzTest {

    private static final MailReports REPORTS = new MailReports("reports@example.org");

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "To: reports+abc@example.org\nDate: Tue, 3 Mar 2026 07:33:26 +0100\nAuto-Submitted: no (x)\n"
                        + "Subject: Fwd: =?utf-8?Q?call_@heath?=\n\nOn Tuesday he wrote:\n> a\n-- \nb\n",
                "Delivered-To: x\nDelivered-To: reports+A@EXAMPLE.org\nReturn-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\n\n[quote]a[/quote]\n--b--\n",
                " \n x\nTo: reports+a@example.org\n\nb\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsReadCanBeTold(byte[] bytes) {
        MailBuffer buffer = new MailBuffer();
        buffer.write(bytes, 0, bytes.length);
        REPORTS.read(buffer)
                .ifPresent(
                        report -> {
                            assertThat(report.codes()).isNotEmpty();
                            assertThat(report.id()).isNotEmpty();
                            String text = report.text() == null ? "" : report.text();
                            String words = OwnWords.in(text);
                            assertThat(words.length()).isLessThanOrEqualTo(text.length());
                            assertThat(OwnWords.kind(report.subject())).isNotEmpty();
                            assertThat(OwnWords.handle(report.subject(), words)).isNotEmpty();
                            OwnWords.note(report.subject(), words);
                        });
    }
}
