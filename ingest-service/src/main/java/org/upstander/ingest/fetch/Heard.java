package org.upstander.ingest.fetch;

import java.time.Duration;
import java.util.Optional;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;

/**
 * How listening ended. What came before that counts in either case.
 *
 * @param broken why it ended before its time; empty where it did not
 * @param pause how long they want us to wait, where they say
 */
public record Heard(Optional<PollFailure> broken, Optional<Duration> pause) {

    static final Heard ALL = new Heard(Optional.empty(), Optional.empty());

    static Heard broken(PollFailure why) {
        return new Heard(Optional.of(why), Optional.empty());
    }

    /** Of one that was broken off and brought nothing. */
    public Polled.Failed failed() {
        return new Polled.Failed(broken.orElse(PollFailure.UNREACHABLE), pause);
    }
}
