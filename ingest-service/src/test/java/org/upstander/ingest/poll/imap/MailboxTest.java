package org.upstander.ingest.poll.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** Which mailbox is meant, and what is remembered of it. */
class MailboxTest {

    @ParameterizedTest
    @CsvSource({
        "imaps://mail.example.org,993,true,INBOX",
        "imaps://mail.example.org/,993,true,INBOX",
        "imaps://mail.example.org:1993/INBOX.Abuse,1993,true,INBOX.Abuse",
        "imaps://mail.example.org/Abuse/By%20mail,993,true,Abuse/By mail",
        "imap://mail.example.org/Abuse,143,false,Abuse"
    })
    void theUrlNamesIt(String url, int port, boolean tls, String folder) {
        assertThat(Mailbox.of(source(url)))
                .contains(new Mailbox("mail.example.org", port, tls, folder, "mila"));
    }

    @Test
    void whatIsRememberedIsOfOneMailboxAndOneNumbering() {
        MailboxCursor at = MailboxCursor.read("").of("imaps://a.example.org", "mila", 7).at(42);
        MailboxCursor kept = MailboxCursor.read(at.write());
        assertThat(kept).isEqualTo(at);
        assertThat(kept.of("imaps://a.example.org", "mila", 7).last()).isEqualTo(42);
        assertThat(kept.of("imaps://a.example.org", "mila", 8).last()).isZero();
        assertThat(kept.of("imaps://a.example.org", "dana", 7).last()).isZero();
        assertThat(kept.of("imaps://b.example.org", "mila", 7).last()).isZero();
        assertThat(MailboxCursor.read("of another version").last()).isZero();
    }

    private static Source source(String url) {
        return new Source(
                "mail",
                "imap",
                "Mail",
                "mail",
                url,
                List.of("a password"),
                null,
                null,
                new SourceSettings.Builder().privateConsented(true).user("mila").build(),
                false);
    }
}
