package org.upstander.standalone.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;

/** Any address at all: puts what is delivered to it into the inbox. */
final class Recipient implements GreenMailUser {

    private final String address;
    private final Inbox inbox;
    private final Clock clock;

    Recipient(String address, Inbox inbox, Clock clock) {
        this.address = address;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        inbox.add(MailReader.read(message, address, clock.instant()));
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public void create() {
        // There is nothing to make.
    }

    @Override
    public void delete() {
        // There is nothing to remove.
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("nobody logs in");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("nobody logs in");
    }
}
