package org.upstander.alert.notify.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.concurrent.CancellationException;
import org.upstander.alert.application.Deadline;

/**
 * A mail that cannot be sent any more once its time is over. Vert.x's client has no way to call a
 * mail back, and opens its connection at leisure; but it asks for the headers when it has one,
 * before the first command about the mail, and gives up a mail that then has none.
 */
final class TimelyMail extends MailMessage {

    private final Deadline deadline;

    TimelyMail(MailMessage mail, Deadline deadline) {
        super(mail);
        this.deadline = deadline;
    }

    /**
     * @throws CancellationException after the deadline
     */
    @Override
    public MultiMap getHeaders() {
        if (deadline.passed()) {
            throw new CancellationException("too late for this mail");
        }
        return super.getHeaders();
    }
}
