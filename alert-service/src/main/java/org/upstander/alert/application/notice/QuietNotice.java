package org.upstander.alert.application.notice;

import java.util.Optional;
import org.upstander.alert.application.Message;
import org.upstander.alert.domain.ContactMethod;

/**
 * What a contact is told without being called.
 *
 * @param id idempotency key, the same over retries
 * @param contactId who is told
 * @param attempt counts from 1
 * @param message the same over retries
 * @param method beside the inbox, or empty
 */
public record QuietNotice(
        String id,
        String contactId,
        int attempt,
        Message message,
        Optional<ContactMethod> method) {}
