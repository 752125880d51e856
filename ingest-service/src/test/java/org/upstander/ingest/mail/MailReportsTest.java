package org.upstander.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.report.MailedReport;

class MailReportsTest {

    private static final String CODE = "k3v7q2m4x5n6b7a2c3d4e5f6g7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org",
                "To: =?utf-8?Q?R?= <Reports+K3V7Q2M4X5N6B7A2C3D4E5F6G7@Example.ORG>",
                "To: a@example.org,\n reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org, b@example.org",
                "Cc: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org;",
                "Delivered-To: team@example.org\nDelivered-To: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org",
                "X-Original-To: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org"
            })
    void whatIsSentToACodeIsAReport(String recipients) {
        assertThat(read(recipients + "\nFrom: Dana <dana@example.org>\n\nHe is back."))
                .hasValueSatisfying(
                        report -> {
                            assertThat(report.codes()).containsExactly(CODE);
                            assertThat(report.text()).isEqualTo("He is back.");
                            assertThat(report.automatic()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: reports@example.org",
                "To: myreports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org",
                "To: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org.example.com",
                "To: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.orgs",
                "Subject: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org",
                "To: a@example.org\n\nTo: reports+k3v7q2m4x5n6b7a2c3d4e5f6g7@example.org"
            })
    void whatIsSentElsewhereIsNone(String message) {
        assertThat(read(message + "\n\nHello.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" \n x\n", "\t\n \n\tx: y\n", "\u0001\n \u0001x\n"})
    void linesThatGoOnWithNothingHarmNobody(String first) {
        assertThat(read(first + "To: reports+" + CODE + "@example.org\n\nHe is back."))
                .hasValueSatisfying(report -> assertThat(report.codes()).containsExactly(CODE));
        assertThat(read(first)).isEmpty();
    }

    @Test
    void aCodeOfAnotherFormIsOneToLookUp() {
        assertThat(read("To: reports+@example.org\n\nHello.").orElseThrow().codes())
                .containsExactly("");
        assertThat(read("To: reports+a/b@example.org\n\nHello.").orElseThrow().codes())
                .containsExactly("a/b");
    }

    @Test
    void nobodyNamesManyCodes() {
        StringBuilder to = new StringBuilder("To: ");
        for (int at = 0; at < 100; at++) {
            to.append("reports+").append(at).append("@example.org, ");
        }
        assertThat(read(to + "\n\nHello.").orElseThrow().codes()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (rejected)",
                "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
            })
    void aMachineReportsNothing(String header) {
        assertThat(read("To: reports+x@example.org\n" + header + "\n\nAway."))
                .hasValueSatisfying(report -> assertThat(report.automatic()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Auto-Submitted: No (sent by hand)", "X-A: b"})
    void aPersonDoes(String header) {
        assertThat(read("To: reports+x@example.org\n" + header + "\n\nHe is back."))
                .hasValueSatisfying(report -> assertThat(report.automatic()).isFalse());
    }

    @Test
    void itIsKnownByItsIdAndSaysWhenAndWhat() {
        MailedReport report =
                read("""
                        To: reports+x@example.org
                        Message-ID: <1@example.org>
                        Subject: =?utf-8?Q?Friend_request?=
                        Date: Tue, 3 Mar 2026 07:33:26 +0100
                        Content-Type: text/html

                        <p>He is back.</p>""")
                        .orElseThrow();
        assertThat(report.id()).isEqualTo("1@example.org");
        assertThat(report.at()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(report.subject()).isEqualTo("Friend request");
        assertThat(report.html()).isEqualTo("<p>He is back.</p>");
        assertThat(report.text()).isNull();
        assertThat(report.toString()).doesNotContain("x@").doesNotContain("back");
    }

    private static Optional<MailedReport> read(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        MailBuffer buffer = new MailBuffer();
        buffer.write(bytes, 0, bytes.length);
        return new MailReports("reports@example.org").read(buffer);
    }
}
