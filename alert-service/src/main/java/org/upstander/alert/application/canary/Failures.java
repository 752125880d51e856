package org.upstander.alert.application.canary;

import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;

/** Logs a failure when it is a new kind: never where to, which is a credential. */
final class Failures {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private final String what;
    private volatile String last = "";

    Failures(String what) {
        this.what = what;
    }

    void note(DeliveryResult result) {
        String kind = kind(result);
        if (!kind.equals(last)) {
            last = kind;
            if (!kind.isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "{0}: {1}", what, kind);
            }
        }
    }

    private static String kind(DeliveryResult result) {
        if (result instanceof TryAgain again) {
            return again.kind().name();
        }
        return result instanceof Refused refused ? refused.kind().name() : "";
    }
}
