package org.upstander.ingest.poll.feed;

import java.util.List;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;

/** What a feed says that somebody sent us: the same posts as if it had been asked for. */
public final class FeedPosts {

    private FeedPosts() {}

    /**
     * @param contentType header of HTTP, or null
     * @return in the order in which they were written
     * @throws Unreadable where it is no feed
     */
    public static Said.Items read(byte[] body, String contentType, Source source) {
        Feed feed = FeedDocument.read(body, contentType);
        List<Handed.Readable<Draft.OfPost>> news =
                FeedNews.of(feed, FeedCursor.NONE, source).items().stream()
                        .map(item -> (Handed.Readable<Draft.OfPost>) item)
                        .toList();
        return new Said.Items(
                news.stream().map(Handed.Readable::draft).toList(),
                List.of(),
                news.stream().map(Handed.Readable::original).toList());
    }
}
