package org.upstander.ingest.poll.websub;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.upstander.ingest.poll.Cursors;
import org.upstander.ingest.poll.feed.FeedLinks;

/**
 * What is remembered of a feed that has a hub.
 *
 * @param url that its source names; with another one nothing of the rest holds
 * @param feed the cursor of the feed itself
 * @param hub that it named last, or null
 * @param topic as its hub knows it
 * @param asked whether the hub took what it was asked for, and has not agreed since
 * @param handedOn when posts were handed on before the hub was asked, in seconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HubCursor(String url, String feed, String hub, String topic, boolean asked, long handedOn) {

    /** Shorter than any pause after a failure. */
    private static final long A_TURN_SECONDS = 10;

    /**
     * @param url that the source names now
     */
    static HubCursor read(String cursor, String url) {
        HubCursor none = new HubCursor(url, "", null, null, false, 0);
        HubCursor known = Cursors.read(cursor, HubCursor.class, none);
        return url.equals(known.url) ? known : none;
    }

    String write() {
        return Cursors.write(this);
    }

    /**
     * After an answer.
     *
     * @param links empty where nothing changed
     */
    HubCursor after(String nextOfFeed, Optional<FeedLinks> links) {
        String hubNow = links.map(FeedLinks::hub).orElse(links.isPresent() ? null : hub);
        String topicNow = links.map(FeedLinks::self).orElse(links.isPresent() ? url : topic);
        return new HubCursor(url, nextOfFeed, hubNow, topicNow, asked, handedOn);
    }

    HubCursor asked(boolean now) {
        return new HubCursor(url, feed, hub, topic, now, 0);
    }

    HubCursor handedOn(Instant now) {
        return new HubCursor(url, feed, hub, topic, asked, now.getEpochSecond());
    }

    /** Whether that was for the turn before this one. */
    boolean justHandedOn(Instant now) {
        return now.getEpochSecond() - handedOn < A_TURN_SECONDS;
    }
}
