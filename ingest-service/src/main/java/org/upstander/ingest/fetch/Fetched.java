package org.upstander.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;

/** What came of asking. */
public sealed interface Fetched {

    /**
     * An answer that can be read, or that nothing changed.
     *
     * @param status 200 to 299, or 304
     * @param headers names in small letters; of several with one name the first, but all links
     * @param body unpacked
     * @param movedTo where it lies for good now, or null where it lies where it was asked for
     */
    record Answer(int status, Map<String, String> headers, byte[] body, String movedTo)
            implements Fetched {

        private static final Pattern MAX_AGE =
                Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

        /** Whether nothing changed since. */
        public boolean unchanged() {
            return status == 304;
        }

        /**
         * @param name in small letters
         * @return null where it has none
         */
        public String header(String name) {
            return headers.get(name);
        }

        /** How long it says that it does not change ({@code Cache-Control: max-age}, RFC 9111). */
        public Duration maxAge() {
            String said = header("cache-control");
            Matcher found = said == null ? null : MAX_AGE.matcher(said);
            return found != null && found.find()
                    ? Duration.ofSeconds(Long.parseLong(found.group(1)))
                    : Duration.ZERO;
        }
    }

    /**
     * None.
     *
     * @param pause how long it wants us to wait, where it says
     */
    record Nothing(PollFailure why, Optional<Duration> pause) implements Fetched {

        public Polled.Failed failed() {
            return new Polled.Failed(why, pause);
        }
    }
}
