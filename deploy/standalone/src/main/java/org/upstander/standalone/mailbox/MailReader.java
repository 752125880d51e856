package org.upstander.standalone.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Takes from a MIME message what the mailbox shows. */
final class MailReader {

    private MailReader() {}

    static Mail read(MimeMessage message, String recipient, Instant receivedAt) {
        try {
            String text = text(message, "text/plain");
            return new Mail(
                    receivedAt,
                    recipient,
                    senders(message),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getMessageID(),
                    text != null ? text : text(message, "text/*"));
        } catch (MessagingException | IOException e) {
            return new Mail(receivedAt, recipient, "", "(unreadable mail)", null, e.toString());
        }
    }

    private static String senders(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        return from == null
                ? ""
                : Arrays.stream(from).map(Address::toString).collect(Collectors.joining(", "));
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = text(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
