package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Mailboxes that we are not let into, or that are none. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ImapFaultsIT extends MailboxBase {

    @Test
    void aWrongPasswordIsRefusedUntilItIsRight() throws Exception {
        arrive("INBOX", message(1, "First."));
        open(url("imap", "INBOX"), "another password").statusCode(201);
        awaitBlind("refused");
        assertThat(shown().getLong("health.items")).isZero();
        put("INBOX").statusCode(200);
        assertThat(posts(1)).hasSize(1);
        awaitSeen();
    }

    @Test
    void aServerThatDoesNotProveItsNameIsNotToldAPassword() throws Exception {
        arrive("INBOX", message(1, "First."));
        double before = polled("unreachable");
        open(url("imaps", "INBOX"), PASSWORD).statusCode(201);
        // The thread of the server that is hung up on ends with an exception.
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(polled("unreachable")).isGreaterThan(before));
        assertThat(shown().getLong("health.items")).isZero();
    }

    @Test
    void aFolderThatIsNotThereAndAnAddressInsideBringNothing() {
        double errors = polled("error");
        put("Nowhere").statusCode(201);
        await().untilAsserted(() -> assertThat(polled("error")).isGreaterThan(errors));
        double blocked = polled("blocked");
        source = source + "-inside";
        open("imap://169.254.169.254:143/INBOX", PASSWORD).statusCode(201);
        await().untilAsserted(() -> assertThat(polled("blocked")).isGreaterThan(blocked));
    }

    @Test
    void aMailboxHasAUserAPasswordAndTheConsentOfThoseWhoseMailItIs() {
        SourceCalls.put(
                        source,
                        """
                        {"type":"imap","displayName":"Mail","platform":"mail",
                         "url":"https://mail.example.org/INBOX"}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/url",
                                "/secrets",
                                "/settings/user",
                                "/settings/privateConsented"));
        SourceCalls.put(
                        source,
                        """
                        {"type":"rss","displayName":"Blog","platform":"blog",
                         "url":"imaps://mail.example.org/INBOX","settings":{"user":"mila"}}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/url", "/settings/user"));
    }
}
