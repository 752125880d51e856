package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Methods of contacts whose other side is gone for good. In the caller's transaction. */
public interface GoneMethods {

    /**
     * The method is used no more, until somebody PUTs the contact or verifies the method anew.
     * Where the contact has it no longer, or it is disabled already, nothing happens.
     *
     * @param job what was refused
     * @param reason for people
     */
    Uni<Void> disable(DeliveryStore.Job job, String reason, Instant at);
}
