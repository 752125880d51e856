package org.upstander.ingest.poll.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.upstander.ingest.application.poll.PollFailure;

/** What it means that a conversation with a mail server failed. */
final class Failures {

    private Failures() {}

    static PollFailure why(Throwable failure) {
        if (has(failure, AuthenticationFailedException.class)) {
            return PollFailure.REFUSED;
        }
        if (has(failure, SocketTimeoutException.class) || has(failure, TimeoutException.class)) {
            return PollFailure.TIMEOUT;
        }
        boolean broke =
                has(failure, IOException.class)
                        || has(failure, FolderClosedException.class)
                        || has(failure, StoreClosedException.class);
        // A folder that is not there, or a server that will not.
        return !broke && has(failure, MessagingException.class)
                ? PollFailure.ERROR
                : PollFailure.UNREACHABLE;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
