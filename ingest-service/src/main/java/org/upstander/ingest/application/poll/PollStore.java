package org.upstander.ingest.application.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * When each source is asked, and where it goes on. Of several instances exactly one asks: it holds
 * a lease, and what it writes counts only while it does. Fails with {@link
 * org.upstander.ingest.application.source.StoreUnavailable}.
 */
public interface PollStore {

    /**
     * A source whose turn it is.
     *
     * @param cursor where it goes on, empty for the first time
     * @param failures how often in a row asking brought nothing
     * @param failingSince when the first of them was; of no meaning where there are none
     */
    record Turn(String sourceId, String cursor, int failures, Instant failingSince) {

        /** Of a source that answered. */
        public Turn(String sourceId, String cursor, int failures) {
            this(sourceId, cursor, failures, null);
        }

        /** When the first failure in a row was, if now is another. */
        Instant failingSince(Instant now) {
            return failures == 0 || failingSince == null ? now : failingSince;
        }
    }

    /**
     * Takes a source that is due, and not paused. One that was put anew is due, whatever was said
     * before.
     *
     * @param types of the sources that are asked
     * @param alone whether only on a host of which nobody asks a source of these types just now
     * @param worker a name that no other has, also not after a restart
     * @param until when the lease ends
     */
    CompletionStage<Optional<Turn>> claim(
            Collection<String> types, boolean alone, String worker, Instant now, Instant until);

    /**
     * Gives it back.
     *
     * @param turn as it is from now on
     * @param next when it is due again; null for not until it is put anew
     * @return whether the worker still held it; otherwise nothing was changed
     */
    CompletionStage<Boolean> keep(Turn turn, String worker, Instant next);
}
