package org.upstander.ingest.poll.jetstream;

import java.nio.charset.StandardCharsets;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.poll.Hash;
import org.upstander.ingest.reading.Body;

/**
 * What a server says at once.
 *
 * @param at microseconds since 1970
 * @param did whose doing it is
 * @param kind {@code commit}, {@code identity} and others
 * @param body all of it
 */
record JetstreamEvent(long at, String did, String kind, Body body) {

    /**
     * @throws Unreadable where it is none
     */
    static JetstreamEvent read(String said) {
        Body body = Body.of(said.getBytes(StandardCharsets.UTF_8));
        try {
            return new JetstreamEvent(
                    Long.parseLong(body.needed("time_us")),
                    body.needed("did"),
                    body.needed("kind"),
                    body);
        } catch (NumberFormatException e) {
            throw new Unreadable("/time_us", "is no number");
        }
    }

    boolean isPost() {
        return "commit".equals(kind) && JetstreamUrl.POSTS.equals(commit().text("collection"));
    }

    /** What is taken back is left, as it was passed on. */
    boolean isRepost() {
        return "commit".equals(kind)
                && JetstreamUrl.REPOSTS.equals(commit().text("collection"))
                && "create".equals(commit().text("operation"));
    }

    Body commit() {
        return body.at("commit");
    }

    /** Whose account an identity event names; null in others. */
    String handle() {
        return "identity".equals(kind) ? body.at("identity").text("handle") : null;
    }

    /** The same for the same revision of the same post, whichever server says it. */
    String key() {
        Body commit = commit();
        return Hash.of(did, commit.text("rkey"), commit.text("rev"), commit.text("operation"));
    }
}
