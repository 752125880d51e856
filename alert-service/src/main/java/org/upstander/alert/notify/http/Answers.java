package org.upstander.alert.notify.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Results;
import org.upstander.outbound.RetryAfter;

/** Reads what came back: which answers are final, and which are worth another attempt. */
final class Answers {

    private final Clock clock;
    private final Duration maxRetryAfter;

    Answers(Clock clock, Duration maxRetryAfter) {
        this.clock = clock;
        this.maxRetryAfter = maxRetryAfter;
    }

    /**
     * @param retryAfter the header, or null
     */
    DeliveryResult of(int status, String retryAfter) {
        if (status >= 200 && status < 300) {
            return Results.delivered("HTTP " + status);
        }
        return switch (status) {
            case 401, 403, 407 -> Results.refused(FailureKind.AUTHENTICATION);
            case 408 -> Results.again(FailureKind.TIMEOUT, wait(retryAfter));
            case 410 -> Results.refused(FailureKind.GONE);
            case 425, 429 -> Results.again(FailureKind.RATE_LIMITED, wait(retryAfter));
            default ->
                    status >= 500
                            ? Results.again(FailureKind.SERVER_ERROR, wait(retryAfter))
                            // Redirects too: following one would leave the checked address.
                            : Results.refused(FailureKind.CLIENT_ERROR);
        };
    }

    /** A certificate that does not hold is final: it will not heal while somebody waits. */
    DeliveryResult of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException) {
                return Results.refused(FailureKind.AUTHENTICATION);
            }
            if (at instanceof TimeoutException
                    || at instanceof io.smallrye.mutiny.TimeoutException) {
                return Results.again(FailureKind.TIMEOUT);
            }
            if (at instanceof ConnectException
                    || at instanceof UnknownHostException
                    || at instanceof java.io.IOException
                    || at instanceof io.vertx.core.VertxException) {
                return Results.again(FailureKind.UNREACHABLE);
            }
        }
        return Results.again(FailureKind.OTHER);
    }

    /** Nobody makes us wait longer than the longest wait. */
    DeliveryResult withinReason(DeliveryResult result) {
        return result instanceof DeliveryResult.TryAgain again
                ? Results.again(again.kind(), again.after().map(this::atMost))
                : result;
    }

    private Duration atMost(Duration wait) {
        return wait.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : wait;
    }

    private Optional<Duration> wait(String retryAfter) {
        return RetryAfter.read(retryAfter, clock.instant()).map(this::atMost);
    }
}
