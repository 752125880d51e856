package org.upstander.alert.application;

/**
 * One message to one address.
 *
 * @param id idempotency key, the same over retries; letters, digits, {@code _} and {@code -}
 * @param attempt counts from 1
 * @param address what the channel takes; may be a credential
 * @param message what to say
 * @param replyCode the number that answers name, or null where nobody can answer
 */
public record Delivery(String id, int attempt, String address, Message message, Integer replyCode) {

    public Delivery(String id, int attempt, String address, Message message) {
        this(id, attempt, address, message, null);
    }
}
