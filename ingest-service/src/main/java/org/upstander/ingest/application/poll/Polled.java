package org.upstander.ingest.application.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.ingest.application.report.CodedMail;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/** What came of asking a source once. */
public sealed interface Polled {

    /**
     * It answered.
     *
     * @param items posts that are new or were changed, in the order in which they happened
     * @param signals who passed a post on
     * @param cursor where to go on when they are stored; in the poller's own form
     * @param more whether there is more to be had at once
     * @param earliest how long it wants us to wait at least; zero where it does not say
     * @param lostSince from when on posts came that it no longer has; null where nothing is lost
     * @param coded mail to personal addresses, or to what looks like one
     */
    record Answered(
            List<Handed<Draft.OfPost>> items,
            List<Draft.OfSignal> signals,
            String cursor,
            boolean more,
            Duration earliest,
            Instant lostSince,
            List<CodedMail> coded)
            implements Polled {

        public Answered {
            items = List.copyOf(items);
            signals = List.copyOf(signals);
            coded = List.copyOf(coded);
        }

        /** Nobody reports. */
        public Answered(
                List<Handed<Draft.OfPost>> items,
                List<Draft.OfSignal> signals,
                String cursor,
                boolean more,
                Duration earliest,
                Instant lostSince) {
            this(items, signals, cursor, more, earliest, lostSince, List.of());
        }

        /** Posts only, and nothing is lost. */
        public Answered(
                List<Handed<Draft.OfPost>> items, String cursor, boolean more, Duration earliest) {
            this(items, List.of(), cursor, more, earliest, null, List.of());
        }
    }

    /**
     * It did not, or not in a way that brings anything.
     *
     * @param pause how long it wants us to wait, where it says
     */
    record Failed(PollFailure why, Optional<Duration> pause) implements Polled {}
}
