package org.upstander.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/** Messages as they are written. */
class MailReaderTest {

    private static final String PLAIN =
            """
            Return-Path: <heath@example.org>
            From: =?UTF-8?Q?Heath_Gr=C3=BCn?= <heath@example.org>
            To: committee@example.net
            Subject: =?ISO-8859-1?Q?Die_n=E4chste?=
             =?ISO-8859-1?Q?_Runde?=
            Message-ID: <b-2@example.org>
            In-Reply-To: <b-1@example.net>
            References: <b-0@example.net> <b-1@example.net>
            Date: Tue, 3 Mar 2026 07:33:26 +0100
            Content-Type: text/plain; charset=UTF-8; format=flowed
            Content-Transfer-Encoding: quoted-printable

            Dana hat falsch entschie=
            den, und sp=C3=A4t.
            """;

    @Test
    void aMessageIsAPost() {
        // When
        Draft.OfPost post = Mails.post(PLAIN);

        // Then
        assertThat(post.externalId()).isEqualTo("b-2@example.org");
        assertThat(post.source()).isEqualTo("mail");
        assertThat(post.author()).isEqualTo(new Author(null, "Heath Grün", "Heath Grün"));
        assertThat(post.thread().id()).isEqualTo("b-0@example.net");
        assertThat(post.thread().title()).isEqualTo("Die nächste Runde");
        assertThat(post.replyTo().externalId()).isEqualTo("b-1@example.net");
        assertThat(post.createdAt()).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(post.text()).isEqualTo("Dana hat falsch entschieden, und spät.");
        assertThat(post.visibility()).isEqualTo("private-consented");
    }

    @Test
    void howLinesEndDoesNotMatter() {
        assertThat(Mails.post(PLAIN.replace("\n", "\r\n"))).isEqualTo(Mails.post(PLAIN));
    }

    @Test
    void whatBeginsAConversationSaysItsSubjectToo() {
        Draft.OfPost post = Mails.post("From: a\nSubject: Dana lies\nMessage-ID: <1@x>\n\nAlways.");
        assertThat(post.text()).isEqualTo("Dana lies\n\nAlways.");
        assertThat(post.thread().id()).isEqualTo("1@x");
        assertThat(post.replyTo()).isNull();
        Draft.OfPost answer =
                Mails.post("From: a\nSubject: Re: Dana lies\nIn-Reply-To: <1@x>\n\nNo.");
        assertThat(answer.text()).isEqualTo("No.");
        assertThat(answer.thread().id()).isEqualTo("1@x");
        assertThat(Mails.post("From: a\nSubject: Dana lies\n\n").text()).isEqualTo("Dana lies");
    }

    @Test
    void withoutAnIdItIsKnownByItsBytes() {
        String message = "From: a\nDate: x\n\nb\n";
        String id = Mails.post(message).externalId();
        assertThat(id).hasSize(64);
        assertThat(Mails.post(message.replace("\n", "\r\n")).externalId()).isEqualTo(id);
        assertThat(Mails.post(message + "c").externalId()).isNotEqualTo(id);
        assertThat(Mails.post("From: a\nMessage-ID: 7@x\n\nb").externalId()).isEqualTo("7@x");
        assertThat(Mails.post("From: a\nMessage-ID: <" + "7".repeat(600) + ">\n\nb").externalId())
                .hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: Heath <heath@example.org>|Heath",
                "From: heath@example.org|heath",
                "From: <heath@example.org>|heath",
                "From: \"heath@example.org\" <heath@example.org>|heath",
                "From: \"Heath via heath@example.org\" <list@example.net>|Heath via heath",
                "From: heath@example.org (Heath)|Heath",
                "From: heath at example.org (Heath)|Heath",
                "From: heath at example.org|heath",
                "From: Heath Grün <heath@example.org>|Heath Grün",
                "From: =?x-nobody-knows?Q?Heath?= <heath@example.org>|=?x-nobody-knows?Q?Heath?=",
                "From: Heath <heath@example.org>, Mila <mila@example.org>|Heath",
                "From: Heath <heath@|Heath",
                "From: @|unknown",
                "From: undisclosed:;|undisclosed:;",
                "Sender: Heath <heath@example.org>|Heath",
                "Return-Path: <heath@example.org>|heath",
            })
    void theAuthorHasANameAndNoAddress(String field, String name) {
        Author author = Mails.post(field + "\nMessage-ID: <1@x>\n\nb").author();
        assertThat(author).isEqualTo(new Author(null, name, name));
    }

    @Test
    void ofSeveralFormsThePlainOneIsReadUnlessItSaysNothing() {
        String html = part("text/html; charset=UTF-8", "<p>Well <b>judged</b>.</p>");
        assertThat(Mails.post(alternative(part("text/plain", "Well judged."), html)).text())
                .isEqualTo("Well judged.");
        Draft.OfPost blank = Mails.post(alternative(part("text/plain", " \n"), html));
        assertThat(blank.text()).isNull();
        assertThat(blank.html()).isEqualTo("<p>Well <b>judged</b>.</p>");
        assertThat(Mails.post(alternative(html, part("text/plain", "Well judged."))).text())
                .isEqualTo("Well judged.");
    }

    @Test
    void allThatIsShownIsReadAndNothingThatIsAttached() {
        String mixed =
                multipart(
                        "mixed",
                        part("text/plain", "a < b"),
                        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
                        "Content-Type: text/plain\nContent-Disposition: attachment; filename=x\n\nno",
                        "Content-Type: application/pdf\n\n%PDF",
                        part("text/plain", "c"));
        assertThat(Mails.post(mixed).text()).isEqualTo("a < b\nc");
        String both =
                multipart("mixed", part("text/plain", "a < b"), part("text/html", "<i>c</i>"));
        assertThat(Mails.post(both).html()).isEqualTo("a &lt; b<br><i>c</i>");
        String nested =
                multipart(
                        "mixed",
                        multipart(
                                "related",
                                "r",
                                multipart("alternative", "i", part("text/plain", "deep"))));
        assertThat(Mails.post(nested).text()).isEqualTo("deep");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,text/plain; charset=ISO-8859-1",
        "ISO-8859-1,text/plain; charset=\"iso-8859-1",
        "windows-1252,text/plain",
        "UTF-8,text/plain",
        "UTF-8,text/plain; charset=us-ascii",
        "UTF-8,text/plain; charset=x-nobody-knows",
        "UTF-8,text/plain; charset=",
        "UTF-8,broken",
        "UTF-16,text/plain; charset=utf-16",
        "Shift_JIS,text/plain; charset=shift_jis"
    })
    void charsetsAreTakenAtTheirWordOrGuessed(String charset, String type) {
        String said = charset.equals("Shift_JIS") ? "日本" : "Grüße";
        byte[] head = ("From: a\nContent-Type: " + type + "\n\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Mails.post(with(head, said.getBytes(Charset.forName(charset)))).text())
                .isEqualTo(said);
    }

    @Test
    void whatIsForwardedAsAttachmentIsByWhoWroteIt() {
        String forward = "From: Mila <mila@example.org>\nMessage-ID: <f@x>\nSubject: Fwd\n";
        String carried = "Content-Type: message/rfc822\n\n" + PLAIN;
        String empty = forward + multipartOf("mixed", "f", part("text/plain", "\n"), carried);
        assertThat(Mails.post(empty)).isEqualTo(Mails.post(PLAIN));

        // Otherwise whoever attaches something innocent could say anything.
        List<Handed<Draft.OfPost>> two =
                Mails.read(
                        forward + multipartOf("mixed", "f", part("text/plain", "Look."), carried));
        assertThat(two).hasSize(2);
        assertThat(Mails.draft(two.get(0))).isEqualTo(Mails.post(PLAIN));
        assertThat(Mails.draft(two.get(1)).author().handle()).isEqualTo("Mila");
        assertThat(Mails.draft(two.get(1)).text()).isEqualTo("Fwd\n\nLook.");

        String packed =
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(PLAIN.getBytes(StandardCharsets.UTF_8));
        assertThat(Mails.post(forward + multipartOf("mixed", "f", packed)))
                .isEqualTo(Mails.post(PLAIN));
        String direct = forward + "Content-Type: message/rfc822\n\n" + empty;
        assertThat(Mails.post(direct)).isEqualTo(Mails.post(PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 03 Mar 2026 06:33:26 GMT",
                "3 Mar 2026 06:33:26 +0000",
                "Tue, 3 Mar 2026 07:33:26 +0100 (CET)",
                "Tue,  3 Mar 26 06:33:26 UT"
            })
    void datesInEveryForm(String date) {
        assertThat(Mails.post("From: a\nDate: " + date + "\n\nb").createdAt())
                .isEqualTo("2026-03-03T06:33:26Z");
        assertThat(Mails.post("From: a\nDate: yesterday\n\nb").createdAt()).isNull();
        assertThat(Mails.post("From: a\nDate: Tue, 3 Mar 99999999 06:33:26 GMT\n\nb").createdAt())
                .isNull();
    }

    private static byte[] with(byte[] head, byte[] body) {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String part(String type, String body) {
        return "Content-Type: " + type + "\n\n" + body;
    }

    private static String alternative(String... parts) {
        return multipart("alternative", parts);
    }

    private static String multipart(String kind, String... parts) {
        return "From: a\nMessage-ID: <1@x>\n" + multipartOf(kind, "b-" + kind, parts);
    }

    private static String multipartOf(String kind, String boundary, String... parts) {
        StringBuilder all = new StringBuilder();
        all.append("Content-Type: multipart/").append(kind);
        all.append("; boundary=\"").append(boundary).append("\"\n\npreamble\n");
        for (String part : parts) {
            all.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return all.append("--").append(boundary).append("--\nepilogue\n").toString();
    }
}
