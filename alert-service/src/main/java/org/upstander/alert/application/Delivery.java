package org.upstander.alert.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message to one address.
 *
 * @param id idempotency key, the same over retries; letters, digits, {@code _} and {@code -}
 * @param attempt counts from 1
 * @param address what the channel takes; may be a credential
 * @param message what to say
 * @param replyCode the number that answers name, or null where nobody can answer
 * @param alertKey what the other side knows it by, where it keeps something about the incident; the
 *     incident's id unless something else is said
 * @param lease until when it is ours to send; afterwards another instance may have sent it
 */
public record Delivery(
        String id,
        int attempt,
        String address,
        Message message,
        Integer replyCode,
        String alertKey,
        Deadline lease) {

    public Delivery {
        alertKey = alertKey == null ? message.incidentId() : alertKey;
    }

    /** One that nobody can answer, and that the other side keeps nothing of. */
    public Delivery(String id, int attempt, String address, Message message, Deadline lease) {
        this(id, attempt, address, message, null, null, lease);
    }

    /**
     * One message for several, to the same address. Its id tells how many: the first alone, sent
     * before, was another message.
     *
     * @param deliveries at least one; several are pages
     */
    static Delivery together(List<Delivery> deliveries) {
        Delivery first = deliveries.get(0);
        if (deliveries.size() == 1) {
            return first;
        }
        Map<String, Message.IncidentPage> byIncident = new LinkedHashMap<>();
        deliveries.forEach(
                one ->
                        byIncident.putIfAbsent(
                                one.message().incidentId(), (Message.IncidentPage) one.message()));
        return byIncident.size() == 1
                ? first
                : new Delivery(
                        first.id() + "-" + deliveries.size(),
                        first.attempt(),
                        first.address(),
                        new Message.Bundle(List.copyOf(byIncident.values())),
                        first.lease());
    }
}
