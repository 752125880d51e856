package org.upstander.standalone.mailbox;

import java.time.Instant;

/**
 * A mail as the mailbox shows it.
 *
 * @param receivedAt when it came
 * @param to the recipient it was delivered to
 * @param from as in its header
 * @param subject decoded
 * @param messageId as in its header, or null
 * @param text its plain text part, else the first text there is
 */
public record Mail(
        Instant receivedAt,
        String to,
        String from,
        String subject,
        String messageId,
        String text) {}
