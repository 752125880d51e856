package org.upstander.alert.notify;

import java.time.Duration;
import java.util.Optional;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;

/** Short names for results, for static import by the channels. */
public final class Results {

    private static final int MAX_RECEIPT = 200;

    private Results() {}

    /**
     * @param receipt whatever the other side answered; cleaned and cut here
     */
    public static DeliveryResult delivered(String receipt) {
        return new Delivered(SafeText.line(receipt, MAX_RECEIPT));
    }

    /** It may work later, by our own rhythm. */
    public static DeliveryResult again(FailureKind kind) {
        return new TryAgain(kind, Optional.empty());
    }

    /** It may work later, and the other side says when. */
    public static DeliveryResult again(FailureKind kind, Optional<Duration> after) {
        return new TryAgain(kind, after);
    }

    /** We were too late to send it: that says nothing about the other side. */
    public static DeliveryResult notSent() {
        return again(FailureKind.OTHER);
    }

    /** It will never work. */
    public static DeliveryResult refused(FailureKind kind) {
        return new Refused(kind);
    }
}
