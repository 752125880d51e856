package org.upstander.standalone.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * A mail server on 127.0.0.1 that takes every mail for every address and sends nothing on, with a
 * page that shows the newest {@value #KEPT}. In memory: a restart begins with an empty one.
 */
public final class Mailbox implements AutoCloseable {

    static final int KEPT = 200;

    private final Inbox inbox = new Inbox(KEPT);
    private final GreenMail server;
    private final MailboxPage page;

    private Mailbox(int smtpPort, int pagePort) {
        server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        page = new MailboxPage(pagePort, inbox);
    }

    /**
     * @param smtpPort where mails are taken
     * @param pagePort where the page is
     */
    public static Mailbox open(int smtpPort, int pagePort) {
        Mailbox mailbox = new Mailbox(smtpPort, pagePort);
        Clock clock = Clock.systemUTC();
        mailbox.server.start();
        mailbox.server
                .getUserManager()
                .setMessageDeliveryHandler(
                        (message, address) ->
                                new Recipient(address.getEmail(), mailbox.inbox, clock));
        mailbox.page.open();
        return mailbox;
    }

    /** Newest first. */
    public List<Mail> mails() {
        return inbox.newestFirst();
    }

    /** Where the page is, {@code http://127.0.0.1:8084/}. */
    public URI address() {
        return page.address();
    }

    @Override
    public void close() {
        page.close();
        server.stop();
    }
}
