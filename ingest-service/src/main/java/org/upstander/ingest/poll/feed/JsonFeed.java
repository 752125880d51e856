package org.upstander.ingest.poll.feed;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.Html;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1";

    private JsonFeed() {}

    static Feed read(byte[] bytes) {
        Body feed = Body.of(withoutMark(bytes));
        String version = feed.text("version");
        if (version == null || !version.startsWith(VERSION)) {
            throw new Unreadable("/version", "must be that of JSON Feed 1");
        }
        List<Feed.Entry> entries = new ArrayList<>();
        Body items = feed.at("items");
        for (int at = 0; at < Math.min(items.size(), Feed.MOST_ENTRIES); at++) {
            entries.add(entry(items.at(at), feed));
        }
        return new Feed(feed.text("title"), FeedPause.NONE, links(feed), entries);
    }

    private static FeedLinks links(Body feed) {
        Body hubs = feed.at("hubs");
        String hub = null;
        for (int at = 0; at < hubs.size() && hub == null; at++) {
            boolean websub = "websub".equalsIgnoreCase(hubs.at(at).text("type"));
            hub = websub ? hubs.at(at).text("url") : null;
        }
        return new FeedLinks(hub, feed.text("feed_url"));
    }

    private static Feed.Entry entry(Body item, Body feed) {
        String html = item.text("content_html");
        String said = html == null ? Html.lines(item.text("content_text")) : html;
        String author = author(item);
        return new Feed.Entry(
                item.text("id"),
                item.text("url"),
                Markup.titled(Html.lines(item.text("title")), said),
                author == null ? author(feed) : author,
                time(item.text("date_published")),
                time(item.text("date_modified")),
                null,
                item.text("language"));
    }

    /** In 1.1 a list, in 1.0 one. */
    private static String author(Body of) {
        String first = of.at("authors").at(0).text("name");
        return first == null ? of.at("author").text("name") : first;
    }

    private static Instant time(String given) {
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static byte[] withoutMark(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF")
                ? text.substring(1).getBytes(StandardCharsets.UTF_8)
                : bytes;
    }
}
