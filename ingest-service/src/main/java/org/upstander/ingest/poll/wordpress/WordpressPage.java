package org.upstander.ingest.poll.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Hash;
import org.upstander.ingest.poll.Item;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.reading.Body;

/**
 * Comments of WordPress, as its REST API lists them. What a comment becomes is the same as what
 * comes of one that is pushed, so that whoever uses both sees one post.
 */
final class WordpressPage {

    /** As many as WordPress gives at once. */
    static final int SIZE = 100;

    private static final Set<String> GONE = Set.of("spam", "trash");
    private static final Set<String> NOT_COMMENTS = Set.of("pingback", "trackback");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private WordpressPage() {}

    /**
     * @param number which page it is, from 1
     * @param pages how many there are, as it says; or null
     * @throws org.upstander.ingest.application.delivery.Unreadable where it is no such list
     */
    static Page read(byte[] body, int number, String pages, Source source) {
        List<Body> comments = Body.any(body).elements();
        List<Item> items = new ArrayList<>();
        for (Body comment : comments) {
            String said = Hash.of(comment.text("status"), html(comment), name(comment));
            items.add(Item.read(comment.text("id"), said, comment, () -> post(comment, source)));
        }
        boolean further =
                pages != null && COUNT.matcher(pages).matches()
                        ? number < Integer.parseInt(pages)
                        : comments.size() >= SIZE;
        return new Page(items, further ? Integer.toString(number + 1) : null);
    }

    private static Draft.OfPost post(Body comment, Source source) {
        String kind = comment.text("type");
        if (kind != null && NOT_COMMENTS.contains(kind)) {
            return null;
        }
        String status = comment.text("status");
        PostDraft post =
                source.post(comment.needed("id"))
                        .in(comment.needed("post"), null)
                        .answering(nonZero(comment.text("parent")), null)
                        .at(comment.text("link"))
                        .written(utc(comment.text("date_gmt")));
        if (status != null && GONE.contains(status)) {
            return post.deleted(true).draft();
        }
        return post.by(new Author(nonZero(comment.text("author")), name(comment), name(comment)))
                .html(html(comment))
                .draft();
    }

    private static String html(Body comment) {
        return comment.at("content").text("rendered");
    }

    /** Visitors without an account have a name only; without one, WordPress shows them so. */
    private static String name(Body comment) {
        String name = comment.text("author_name");
        return name == null || name.isBlank() ? "Anonymous" : name;
    }

    private static String nonZero(String id) {
        return "0".equals(id) ? null : id;
    }

    /** WordPress writes UTC without saying so. */
    private static String utc(String time) {
        return time == null ? null : time + "Z";
    }
}
