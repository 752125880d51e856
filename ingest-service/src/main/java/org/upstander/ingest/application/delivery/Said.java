package org.upstander.ingest.application.delivery;

import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Original;

/** What a delivery says. */
public sealed interface Said {

    /**
     * Posts and signals, as many as it brings.
     *
     * @param posts in the order in which they happened
     * @param signals what the platform's moderators did, and who passed posts on
     * @param originals of the posts, in their order; empty where the delivery as a whole is the
     *     original of each
     */
    record Items(List<Draft.OfPost> posts, List<Draft.OfSignal> signals, List<Original> originals)
            implements Said {

        public Items {
            posts = List.copyOf(posts);
            signals = List.copyOf(signals);
            originals = List.copyOf(originals);
        }

        /** Of a delivery about one thing. */
        public Items(List<Draft.OfPost> posts, List<Draft.OfSignal> signals) {
            this(posts, signals, List.of());
        }

        public static Items post(Draft.OfPost post) {
            return new Items(List.of(post), List.of());
        }

        public static Items signal(Draft.OfSignal signal) {
            return new Items(List.of(), List.of(signal));
        }
    }

    /**
     * Nothing for us, on purpose.
     *
     * @param why a word for the metrics
     */
    record Nothing(Why why) implements Said {}

    /** The platform wants to hear something back before it sends anything. */
    record Handshake(String contentType, String body) implements Said {}

    /** Posts were lost on the platform's side, or come without what was written. */
    record Gap(Cause cause) implements Said {}

    /** Why a delivery brings nothing. */
    enum Why {
        /** The platform tries whether somebody is there. */
        PING,
        /** An event that is no post and no moderation. */
        OTHER_EVENT,
        /** Written by the program that we read with. */
        BOT,
        /** Between few people, and the source is not declared private and consented. */
        DIRECT_MESSAGE,
        /** A note of the platform itself in the thread. */
        SYSTEM_NOTE
    }

    /** Why posts are missing. */
    enum Cause {
        /** The platform dropped events because there were too many. */
        RATE_LIMITED,
        /** Texts come empty: a permission is missing. */
        EMPTY_CONTENT,
        /** What we read with is not believed, or no longer. */
        REFUSED,
        /** The place is not there any more. */
        GONE,
        /** It was asked some times, and brought nothing that could be read. */
        UNREACHABLE,
        /** They came while nobody could listen, and the place no longer has them. */
        LOST,
        /** The place names no hub that could tell us what is new. */
        NO_HUB
    }
}
