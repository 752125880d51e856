package org.upstander.ingest.poll.reddit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Hash;
import org.upstander.ingest.poll.Item;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.reading.Body;

/** A listing of Reddit: comments (t1), and posts (t3). */
final class RedditPage {

    private static final String LISTING = "Listing";
    private static final String COMMENT = "t1";
    private static final String POST = "t3";
    private static final String DELETED = "[deleted]";
    private static final Set<String> GONE = Set.of(DELETED, "[removed]");

    /** Who distinguishes what they write speaks for the place. */
    private static final Set<String> STAFF = Set.of("moderator", "admin");

    private static final String SITE = "https://www.reddit.com";
    private static final Pattern FULLNAME = Pattern.compile("t\\d_[0-9a-z]{1,16}");
    private static final double MILLIS = 1_000;

    private RedditPage() {}

    /**
     * @throws Unreadable where it is no listing
     */
    static Page read(byte[] body, Source source) {
        Body listing = Body.of(body);
        if (!LISTING.equals(listing.text("kind"))) {
            throw new Unreadable("/kind", "must be Listing");
        }
        Body data = listing.at("data");
        List<Item> items = new ArrayList<>();
        for (Body child : data.at("children").elements()) {
            items.add(item(child.text("kind"), child.at("data"), source));
        }
        String after = data.text("after");
        return new Page(items, after != null && FULLNAME.matcher(after).matches() ? after : null);
    }

    private static Item item(String kind, Body thing, Source source) {
        // Within the first minutes an edit is not said to be one.
        String said =
                Hash.of(
                        thing.text("edited"),
                        thing.text("author"),
                        thing.text("body"),
                        thing.text("selftext"));
        return Item.read(thing.text("name"), said, thing, () -> post(kind, thing, source));
    }

    private static Draft.OfPost post(String kind, Body thing, Source source) {
        boolean comment = COMMENT.equals(kind);
        if (!comment && !POST.equals(kind)) {
            return null;
        }
        String name = thing.needed("name");
        PostDraft post =
                source.post(name)
                        .written(time(thing, "created_utc"))
                        .at(address(thing.text("permalink")));
        if (comment) {
            post.in(thing.needed("link_id"), thing.text("link_title"))
                    .answering(thing.text("parent_id"), answered(thing));
        } else {
            post.in(name, thing.text("title"));
        }
        String author = thing.needed("author");
        String text = thing.text(comment ? "body" : "selftext");
        if (DELETED.equals(author) || GONE.contains(String.valueOf(text))) {
            return post.deleted(true).draft();
        }
        return post.by(
                        new Author(thing.text("author_fullname"), author, author)
                                .staff(STAFF.contains(String.valueOf(thing.text("distinguished")))))
                .text(comment ? text : titled(thing.needed("title"), text))
                .html(comment ? thing.text("body_html") : null)
                .edited(time(thing, "edited"))
                .draft();
    }

    /** Who wrote what a comment answers is said only where that is the post itself. */
    private static Author answered(Body comment) {
        String author = comment.text("link_author");
        boolean known =
                author != null
                        && !author.equals(DELETED)
                        && comment.needed("link_id").equals(comment.text("parent_id"));
        return known ? new Author(null, author, author) : null;
    }

    /** A post that only links elsewhere has a title and nothing else. */
    private static String titled(String title, String text) {
        return text == null || text.isBlank() ? title : title + "\n\n" + text;
    }

    private static String address(String permalink) {
        return permalink != null && permalink.startsWith("/") ? SITE + permalink : null;
    }

    /** Seconds with a fraction; what was never edited says false there. */
    private static String time(Body thing, String name) {
        return thing.at(name).isNumber()
                ? Instant.ofEpochMilli(Math.round(Double.parseDouble(thing.text(name)) * MILLIS))
                        .toString()
                : null;
    }
}
