package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.upstander.alert.application.DeliveryResult;

/** Where canaries and heartbeats go. What is returned never fails. */
public final class Outlets {

    private Outlets() {}

    /** The door of ingest-service. */
    public interface CanaryDoor {

        /**
         * @param externalId proves that it is ours
         * @param text names the canary's account
         */
        Uni<DeliveryResult> post(String externalId, String text, Instant writtenAt);
    }

    /** Somebody outside who raises the alarm when they hear nothing. */
    public interface HeartbeatLine {

        /**
         * @param url a credential
         */
        Uni<DeliveryResult> ping(String url);
    }
}
