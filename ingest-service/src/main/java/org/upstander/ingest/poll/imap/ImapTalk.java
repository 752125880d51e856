package org.upstander.ingest.poll.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Source;

/** A conversation with a mail server. */
final class ImapTalk {

    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "30000";

    private final Mailbox mailbox;
    private final InetAddress address;
    private final NamedTls tls;
    private final Clock clock;

    ImapTalk(Mailbox mailbox, InetAddress address, NamedTls tls, Clock clock) {
        this.mailbox = mailbox;
        this.address = address;
        this.tls = tls;
        this.clock = clock;
    }

    /** Blocks. */
    Polled news(Source source, MailboxCursor before) throws MessagingException, IOException {
        String protocol = mailbox.tls() ? "imaps" : "imap";
        Store store = Session.getInstance(properties("mail." + protocol)).getStore(protocol);
        try {
            // By the address that was checked: a name could mean another one by now.
            store.connect(
                    address.getHostAddress(),
                    mailbox.port(),
                    mailbox.user(),
                    source.secrets().get(0));
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_ONLY);
            return new Inbox(folder, source, before, clock).news();
        } finally {
            close(store);
        }
    }

    private Properties properties(String prefix) {
        Properties properties = new Properties();
        properties.setProperty(prefix + ".connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + ".timeout", READ_MILLIS);
        properties.setProperty(prefix + ".peek", "true");
        properties.setProperty(prefix + ".fetchsize", "262144");
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        // Else a server that does not prove its name would be tried again as one of no name.
        properties.setProperty(prefix + ".socketFactory.fallback", "false");
        if (mailbox.tls()) {
            properties.put(prefix + ".ssl.socketFactory", tls);
        }
        return properties;
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // what was read is read
        }
    }
}
