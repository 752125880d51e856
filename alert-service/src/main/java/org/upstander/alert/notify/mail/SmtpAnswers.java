package org.upstander.alert.notify.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Results;

/** Reads what the relay said: 4xx is worth another attempt (greylisting among it), 5xx is final. */
final class SmtpAnswers {

    private SmtpAnswers() {}

    static DeliveryResult of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SMTPException answer) {
                return of(answer);
            }
            if (at instanceof SSLException) {
                return Results.refused(FailureKind.AUTHENTICATION);
            }
            if (at instanceof TimeoutException
                    || at instanceof io.smallrye.mutiny.TimeoutException) {
                return Results.again(FailureKind.TIMEOUT);
            }
            if (at instanceof java.io.IOException) {
                return Results.again(FailureKind.UNREACHABLE);
            }
        }
        return Results.again(FailureKind.OTHER);
    }

    private static DeliveryResult of(SMTPException answer) {
        int code = answer.getReplyCode();
        return switch (code) {
            // The relay is closing down, or is not there at all.
            case 421 -> Results.again(FailureKind.SERVER_ERROR);
            // Mailbox busy, local error, no room: also what greylisting says.
            case 450, 451, 452 -> Results.again(FailureKind.RATE_LIMITED);
            case 454 -> Results.again(FailureKind.AUTHENTICATION);
            case 530, 534, 535, 538 -> Results.refused(FailureKind.AUTHENTICATION);
            default -> byClass(code);
        };
    }

    private static DeliveryResult byClass(int code) {
        if (code >= 500 && code < 600) {
            return Results.refused(FailureKind.CLIENT_ERROR);
        }
        return Results.again(
                code >= 400 && code < 500 ? FailureKind.SERVER_ERROR : FailureKind.OTHER);
    }
}
