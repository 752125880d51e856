package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.ImapHostManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Flags;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Headers;
import org.upstander.infrastructure.InfrastructureResource;

/** Mailboxes that are read, at a server that speaks IMAP. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ImapPollIT extends MailboxBase {

    @Test
    void whatIsNewIsTakenOnceAndInOrderAndNothingIsTouched() throws Exception {
        // Given
        arrive("INBOX", message(1, "First."));
        arrive("INBOX", message(2, "Second."));

        // When
        put("INBOX").statusCode(201);
        List<String> first = posts(2);
        arrive("INBOX", message(3, "Third."));
        put("INBOX").statusCode(200);
        List<String> all = posts(3);
        put("INBOX").statusCode(200);
        awaitAsked("nothing");

        // Then
        assertThat(first.get(0)).contains("\"text\":\"First.\"").contains("private-consented");
        assertThat(first.get(1)).contains("\"text\":\"Second.\"");
        assertThat(all.get(2)).contains("\"text\":\"Third.\"").contains("\"handle\":\"Heath\"");
        assertThat(posts(3)).hasSize(3);
        assertThat(folder("INBOX").getMessages())
                .hasSize(3)
                .noneMatch(message -> message.isSet(Flags.Flag.SEEN))
                .noneMatch(message -> message.isSet(Flags.Flag.DELETED));
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("sees");
                            assertThat(shown().getLong("health.items")).isEqualTo(3);
                        });
    }

    @Test
    void aMailIsKeptAsItCame() throws Exception {
        try (TopicTail originals = originals()) {
            // Given
            String sent = message(1, "As it was.  \r\n-- \r\nHeath");
            arrive("INBOX", sent);

            // When
            put("INBOX").statusCode(201);

            // Then
            ConsumerRecord<String, byte[]> kept = original(originals, id + "-1@example.org");
            assertThat(OriginalsIT.opened(kept).orElseThrow().strip()).isEqualTo(sent.strip());
            assertThat(TopicTail.header(kept, Headers.ORIGINAL_CONTENT_TYPE))
                    .isEqualTo("message/rfc822");
            assertThat(TopicTail.header(kept, Headers.ORIGINAL_FORM)).isEqualTo("received");
        }
    }

    @Test
    void aLargeMailboxIsTakenInPartsAndABadMessageAlone() throws Exception {
        for (int at = 0; at < 130; at++) {
            arrive("INBOX", message(at, "Number " + at + "."));
        }
        arrive("INBOX", message(130, ("x".repeat(990) + "\r\n").repeat(10_700)));
        arrive("INBOX", "no header\r\n\r\nat all");
        arrive("INBOX", message(131, "The last."));
        put("INBOX").statusCode(201);
        List<String> all = posts(131);
        for (int at = 0; at < 130; at++) {
            assertThat(all.get(at)).contains("Number " + at + ".");
        }
        assertThat(all.get(130)).contains("The last.");
        await().untilAsserted(
                        () -> assertThat(shown().getLong("health.refusedItems")).isEqualTo(2));
    }

    @Test
    void whoIsForwardedIsTheAuthor() throws Exception {
        arrive(
                "INBOX",
                """
                From: Mila <mila@example.org>
                Message-ID: <f@example.org>
                Subject: Fwd: Round 2
                Content-Type: multipart/mixed; boundary=f

                --f
                Content-Type: text/plain


                --f
                Content-Type: message/rfc822
                Content-Disposition: attachment

                """
                                .replace("\n", "\r\n")
                        + message(1, "Well judged.")
                        + "\r\n--f--\r\n");
        put("INBOX").statusCode(201);
        assertThat(posts(1)).hasSize(1).allMatch(post -> post.contains("\"handle\":\"Heath\""));
    }

    @Test
    void aFolderThatIsMadeAnewIsReadFromItsBeginning() throws Exception {
        ImapHostManager host = server.getManagers().getImapHostManager();
        host.createMailbox(user, "Reports");
        long validity = folder("Reports").getUidValidity();
        arrive("Reports", message(1, "First."));
        arrive("Reports", message(2, "Second."));
        put("Reports").statusCode(201);
        List<String> before = posts(2);
        await().until(
                        () -> {
                            host.deleteMailbox(user, "Reports");
                            host.createMailbox(user, "Reports");
                            return folder("Reports").getUidValidity() != validity;
                        });
        arrive("Reports", message(2, "Second."));
        put("Reports").statusCode(200);
        List<String> after = posts(3);
        assertThat(id(after.get(2))).isEqualTo(id(before.get(1)));
    }
}
