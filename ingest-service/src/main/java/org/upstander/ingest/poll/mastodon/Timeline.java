package org.upstander.ingest.poll.mastodon;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stream of an instance, and the timeline that has the same statuses.
 *
 * @param stream address to listen at
 * @param statuses address to ask at, to which parameters can be added
 */
record Timeline(String stream, String statuses) {

    private static final String STREAMING = "/api/v1/streaming/";
    private static final String TIMELINES = "/api/v1/timelines/";
    private static final Pattern PLAIN = Pattern.compile("[^?#&/]+");

    /**
     * @param url of the source: the instance, for what is public there, or one of its streams
     * @return empty where that has no timeline
     */
    static Optional<Timeline> of(String url) {
        URI uri = URI.create(url);
        String host = uri.getScheme() + "://" + uri.getRawAuthority();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (path.isEmpty() || "/".equals(path)) {
            return of(host + STREAMING + "public/local");
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return path.startsWith(STREAMING)
                ? timeline(path.substring(STREAMING.length()), uri)
                        .map(
                                statuses ->
                                        new Timeline(
                                                host + path + query, host + TIMELINES + statuses))
                : Optional.empty();
    }

    private static Optional<String> timeline(String stream, URI uri) {
        return switch (stream) {
            case "public" -> Optional.of("public?");
            case "public/local" -> Optional.of("public?local=true&");
            case "public/remote" -> Optional.of("public?remote=true&");
            case "hashtag" -> parameter(uri, "tag").map(tag -> "tag/" + tag + "?");
            case "hashtag/local" -> parameter(uri, "tag").map(tag -> "tag/" + tag + "?local=true&");
            case "list" -> parameter(uri, "list").map(list -> "list/" + list + "?");
            case "user" -> Optional.of("home?");
            default -> Optional.empty();
        };
    }

    private static Optional<String> parameter(URI uri, String name) {
        return uri.getRawQuery() == null
                ? Optional.empty()
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .filter(part -> part.startsWith(name + "="))
                        .map(part -> part.substring(name.length() + 1))
                        .filter(value -> PLAIN.matcher(value).matches())
                        .findFirst();
    }

    /** As many as are asked for again, so that those behind the oldest are heard of once edited. */
    String newest() {
        return statuses + "limit=" + MastodonCursor.KEPT;
    }

    /** The next page behind one. */
    String after(String id) {
        return statuses + "min_id=" + id + "&limit=40";
    }
}
