package org.upstander.alert.application;

import org.upstander.alert.domain.NotifyReason;

/** Whom the steps of escalations call. */
public interface CallMetrics {

    /** A contact of a step was called, or was not. */
    void called(NotifyReason reason);

    /** A whole step reached nobody, so the next one is due at once. */
    void nobodyCalled();
}
