package org.upstander.alert;

import java.time.Duration;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;

/** Deliveries that are ours to send, as long as a test lasts. */
public final class Deliveries {

    private Deliveries() {}

    public static Delivery of(String id, int attempt, String address, Message message) {
        return of(id, attempt, address, message, null);
    }

    public static Delivery of(
            String id, int attempt, String address, Message message, Integer replyCode) {
        return of(id, attempt, address, message, replyCode, null);
    }

    public static Delivery of(
            String id,
            int attempt,
            String address,
            Message message,
            Integer replyCode,
            String alertKey) {
        return new Delivery(id, attempt, address, message, replyCode, alertKey, Deadline.NEVER);
    }

    /** The same, which another instance may have sent meanwhile. */
    public static Delivery late(Delivery delivery) {
        return new Delivery(
                delivery.id(),
                delivery.attempt(),
                delivery.address(),
                delivery.message(),
                delivery.replyCode(),
                delivery.alertKey(),
                Deadline.in(Duration.ZERO));
    }
}
