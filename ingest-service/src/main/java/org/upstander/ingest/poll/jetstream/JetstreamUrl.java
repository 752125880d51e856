package org.upstander.ingest.poll.jetstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where to listen: the address that the source names, and from when on. */
final class JetstreamUrl {

    static final String POSTS = "app.bsky.feed.post";

    /** Only where the source names it: of the whole network there are as many as posts. */
    static final String REPOSTS = "app.bsky.feed.repost";

    /** The server leaves out what is longer; we could not read it. */
    private static final int LONGEST = 1_000_000;

    private JetstreamUrl() {}

    /**
     * @param url of the source, which may choose with {@code wantedDids} and the like
     * @param from microseconds since 1970
     */
    static String from(String url, long from) {
        URI uri = URI.create(url);
        List<String> query = new ArrayList<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                if (!part.isEmpty() && !part.startsWith("cursor=")) {
                    query.add(part);
                }
            }
        }
        if (query.stream().noneMatch(part -> part.startsWith("wantedCollections="))) {
            query.add("wantedCollections=" + POSTS);
        }
        if (query.stream().noneMatch(part -> part.startsWith("maxMessageSizeBytes="))) {
            query.add("maxMessageSizeBytes=" + LONGEST);
        }
        query.add("cursor=" + from);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme()
                + "://"
                + uri.getRawAuthority()
                + (path.isEmpty() || "/".equals(path) ? "/subscribe" : path)
                + "?"
                + String.join("&", query);
    }
}
