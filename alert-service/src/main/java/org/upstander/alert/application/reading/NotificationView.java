package org.upstander.alert.application.reading;

import java.time.Instant;

/**
 * One attempt to reach somebody. The address is not shown: it may be a credential.
 *
 * @param kind {@code page} or {@code notice}
 * @param outcome {@code delivered, try-again, refused} or {@code lease-expired}
 */
public record NotificationView(
        String id,
        String deliveryId,
        String incidentId,
        String kind,
        String contactId,
        String channel,
        int step,
        int attempt,
        Instant at,
        long tookMillis,
        String outcome,
        String failure,
        String receipt) {}
