package org.upstander.ingest.poll.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Hash;

/**
 * What a feed says that it did not say before.
 *
 * @param items in the order in which they were written
 * @param seen what its entries say now, as {@link FeedCursor#seen()}
 */
record FeedNews(List<Handed<Draft.OfPost>> items, Map<String, String> seen) {

    private static final int LONGEST_ID = 512;

    FeedNews {
        items = List.copyOf(items);
        seen = Map.copyOf(seen);
    }

    static FeedNews of(Feed feed, FeedCursor before, Source source) {
        Map<String, String> seen = new HashMap<>();
        List<Feed.Entry> news = new ArrayList<>();
        for (Feed.Entry entry : feed.entries()) {
            String id = Hash.of(idOf(entry));
            String said = Hash.of(entry.html(), entry.author(), entry.answers());
            if (seen.putIfAbsent(id, said) == null && !said.equals(before.seen().get(id))) {
                news.add(entry);
            }
        }
        Collections.reverse(news);
        if (news.stream().allMatch(entry -> entry.published() != null)) {
            news.sort(Comparator.comparing(Feed.Entry::published));
        }
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        news.forEach(
                entry ->
                        items.add(
                                new Handed.Readable<>(
                                        post(entry, feed, source), entry.original())));
        return new FeedNews(items, seen);
    }

    private static Draft.OfPost post(Feed.Entry entry, Feed feed, Source source) {
        PostDraft post =
                source.post(idOf(entry))
                        .by(author(entry, feed, source))
                        .html(entry.html())
                        .written(text(entry.published()))
                        .edited(edited(entry))
                        .answering(entry.answers(), null)
                        .at(entry.url())
                        .language(entry.language());
        // Comments have the address of what they are about, and a mark in it.
        int mark = entry.url() == null ? -1 : entry.url().indexOf('#');
        if (mark > 0 && mark <= LONGEST_ID) {
            post.in(entry.url().substring(0, mark), feed.title());
        }
        return post.draft();
    }

    /** A feed without names is written by whoever it is named after. */
    private static Author author(Feed.Entry entry, Feed feed, Source source) {
        String name = entry.author() == null ? feed.title() : entry.author();
        String shown = name == null ? source.displayName() : name;
        return new Author(null, shown.length() > 256 ? shown.substring(0, 256) : shown, shown);
    }

    /** Its id, or else its address, or else what it says and when. */
    private static String idOf(Feed.Entry entry) {
        String id = entry.id() == null ? entry.url() : entry.id();
        if (id == null) {
            return Hash.of(entry.html(), text(entry.published()));
        }
        return id.length() > LONGEST_ID ? Hash.of(id) : id;
    }

    private static String edited(Feed.Entry entry) {
        boolean later =
                entry.updated() != null
                        && (entry.published() == null
                                || entry.updated().isAfter(entry.published()));
        return later ? text(entry.updated()) : null;
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
