package org.upstander.alert.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.notify.Pages;

/** What a mail says, and in which form. */
class MailContentTest extends MailTestBase {

    @Test
    void aPageIsTextFirstThenHtml() throws Exception {
        // When
        DeliveryResult result = send("dlv_1", page("Dana Okafor"));
        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        MimeMessage mail = onlyMail();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(text(mail))
                .startsWith("Dana Okafor is under attack")
                .contains("Severity    3 of 4")
                .contains("3 posts by 1 author\n")
                .contains("24 November 2026 12:00 UTC")
                .contains(ACK)
                .contains("https://alerts.example.org/incidents/inc-1");
    }

    @Test
    void theHeadersThreadByIncidentAndAskForNoAutomaticAnswer() throws Exception {
        // When
        send("dlv_1", page("Dana Okafor"));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("[Sev3] Dana Okafor incident inc-1");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("safe@example.org");
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(LEAD);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<dlv_1@example.org>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<inc-1.root@example.org>");
        assertThat(mail.getHeader("References")).containsExactly("<inc-1.root@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
        assertThat(mail.getHeader("List-Id")).containsExactly("Upstander <upstander.example.org>");
        assertThat(mail.getHeader("X-Priority")).containsExactly("1");
        assertThat(mail.getHeader("Date")).hasSize(1);
    }

    @Test
    void aRetryCarriesTheSameMessageId() throws Exception {
        // When
        notifier.send(Deliveries.of("dlv_1", 1, LEAD, page("Dana"))).await().atMost(PATIENCE);
        notifier.send(Deliveries.of("dlv_1", 2, LEAD, page("Dana"))).await().atMost(PATIENCE);
        // Then
        assertThat(mailbox.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<dlv_1@example.org>", "<dlv_1@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dana\r\nBcc: all@example.net",
                "Dana\nX-Evil: 1\n\n<script>alert(1)</script>",
                "<img src=https://evil.example/x.png>",
                "\"><a href=\"https://evil.example\">click</a>",
                "\u202Egnp.exe\u2066 \u200BDana",
                "=?utf-8?q?evil?=",
                "{page.acknowledgeUrl}{#each page}",
                "Zo\u00EB \u00D6zg\u00FCr \uD83D\uDE42",
                "D\u0000a\u001Bn\u0007a\u0085\u2028"
            })
    void aHostileNameChangesNothing(String name) throws Exception {
        // Given
        send("plain", page("Dana"));
        List<String> usual = headerNames(onlyMail());
        mailbox.purgeEmailFromAllMailboxes();
        // When
        send("dlv_1", page(name));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(headerNames(mail)).isEqualTo(usual);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\n", "\r", "\u202E", "\u200B");
        assertThat(html(mail)).doesNotContain("<script", "<img", "\u202E", "\u0000");
        assertThat(html(mail)).doesNotContainPattern("<[^>]*\\bsrc=");
        assertThat(html(mail).split("<a ", -1)).hasSize(3);
        assertThat(html(mail).split("alerts.example.org/a/", -1)).hasSize(2);
        assertThat(text(mail)).doesNotContain("\u202E", "\u200B", "\u0000", "https://evil");
    }

    @Test
    void hostileListsAndReasonsAreOneHarmlessLine() throws Exception {
        // When
        send(
                "dlv_1",
                page(
                        "Dana",
                        List.of("insult", "https://evil.example\r\nx"),
                        "because\n\n--\nhttps://evil.example"));
        // Then
        assertThat(text(onlyMail()))
                .doesNotContain("https://evil")
                .contains("  Why you     because -- https[:]//evil.example");
        assertThat(html(onlyMail())).doesNotContain("https://evil");
    }

    @Test
    void aBundleNamesItsIncidentsWithCountsAndLinksOnly() throws Exception {
        // When
        send(
                "dlv_1",
                new Message.Bundle(
                        List.of(
                                Pages.page(),
                                Pages.with(
                                        Pages.Field.STAFF_ID, "cm-8\r\nBcc: https://evil.example"),
                                Pages.with(Pages.Field.CATEGORY, "a secret kind"))));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("[Sev3] 3 incidents");
        assertThat(mail.getHeader("X-Priority")).containsExactly("1");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .contains(
                        "inc-1: attack on cm-07, severity 3 of 4, posts 6, authors 4\n  Take care: "
                                + Pages.ACKNOWLEDGE
                                + "\n  Read: "
                                + Pages.INCIDENT
                                + "\n")
                .doesNotContain("https://evil", "\nBcc", "Dana", "secret kind");
    }

    @Test
    void theButtonKeepsItsLink() throws Exception {
        send("dlv_1", page("Dana"));
        assertThat(html(onlyMail())).contains("href=\"" + ACK.replace("&", "&amp;") + "\"");
    }

    @Test
    void theNoticeToTheTargetIsNeutral() throws Exception {
        // When
        send("dlv_9", new TargetNotice("inc-1", "Dana Okafor"));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Somebody is taking care");
        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(text(mail)).startsWith("Hello Dana Okafor,").contains("inc-1");
        assertThat(text(mail) + html(mail))
                .doesNotContainIgnoringCase("attack")
                .doesNotContainIgnoringCase("insult")
                .doesNotContainIgnoringCase("severity")
                .doesNotContain("http", "href", "src=");
    }

    private static List<String> headerNames(MimeMessage mail) throws Exception {
        return java.util.Collections.list(mail.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }
}
