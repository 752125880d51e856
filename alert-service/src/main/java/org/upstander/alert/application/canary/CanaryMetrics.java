package org.upstander.alert.application.canary;

import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.domain.Heartbeat;

/**
 * How the system sees itself. The age of the canary is a gauge beside these; alert on the age, the
 * rest tells where to look.
 */
public interface CanaryMetrics {

    /** One was handed to ingest-service, or not. */
    void posted(DeliveryResult result);

    void cameBack(int canaries);

    /** Assessments that pretended to be of a canary; they were recorded as any other. */
    void forged(int assessments);

    /** Somebody outside was told, or could not be. */
    void pinged(DeliveryResult result);

    /** Nobody outside was told, and why. */
    void withheld(Heartbeat reason);
}
