package org.upstander.ingest.poll.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Address;
import org.upstander.ingest.poll.Hash;
import org.upstander.ingest.poll.Item;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.reading.Body;

/**
 * The latest posts of a forum, as its API lists them. What a post becomes is the same as what comes
 * of its web hook, so that whoever uses both sees one post.
 */
final class DiscoursePage {

    private static final int REGULAR = 1;
    private static final int WHISPER = 4;
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private DiscoursePage() {}

    /**
     * @param before which posts were asked for, or null for the newest
     * @throws org.upstander.ingest.application.delivery.Unreadable where it is no such list
     */
    static Page read(byte[] body, String before, Source source) {
        List<Body> posts = Body.of(body).at("latest_posts").elements();
        List<Item> items = new ArrayList<>();
        for (Body post : posts) {
            String text = post.text("raw");
            String said =
                    Hash.of(post.text("version"), gone(post), text == null ? html(post) : text);
            items.add(Item.read(post.text("id"), said, post, () -> post(post, source)));
        }
        return new Page(items, next(posts, before));
    }

    /** Older forums give the post that is named once more, younger ones begin behind it. */
    private static String next(List<Body> posts, String before) {
        OptionalLong oldest =
                posts.stream()
                        .map(post -> post.text("id"))
                        .filter(id -> id != null && ID.matcher(id).matches())
                        .mapToLong(Long::parseLong)
                        .min();
        boolean further =
                oldest.isPresent()
                        && (before == null || oldest.getAsLong() < Long.parseLong(before));
        return further ? Long.toString(oldest.getAsLong()) : null;
    }

    private static Draft.OfPost post(Body post, Source source) {
        post.needed("post_type"); // were it called otherwise one day, all would be passed over
        int type = post.number("post_type");
        boolean direct = "private_message".equals(post.text("topic_archetype"));
        if (type != REGULAR && type != WHISPER || direct && source.direct() == null) {
            return null;
        }
        String topic = post.needed("topic_id");
        String parent = post.text("reply_to_post_number");
        return source.post(post.needed("id"))
                .by(author(post))
                .in(topic, post.text("topic_title"))
                .answering(
                        parent == null ? null : topic + "/" + parent,
                        author(post.at("reply_to_user")))
                .text(post.text("raw"))
                .html(html(post))
                .written(post.text("created_at"))
                .edited(edited(post))
                .deleted(gone(post) != null)
                .at(
                        "%s/t/%s/%s/%s"
                                .formatted(
                                        Address.trimmed(source.url()),
                                        post.text("topic_slug"),
                                        topic,
                                        post.text("post_number")))
                .visibleTo(direct ? source.direct() : type == WHISPER ? "members" : "public")
                .draft();
    }

    private static String html(Body post) {
        return post.text("cooked");
    }

    /** The first version has not been edited, though it was updated when it was counted. */
    private static String edited(Body post) {
        return post.number("version") > 1 ? post.text("updated_at") : null;
    }

    /** Of what its author deleted an empty shell is shown for a day; null for anything else. */
    private static String gone(Body post) {
        String deleted = post.text("deleted_at");
        return deleted == null && post.flag("user_deleted") ? "by its author" : deleted;
    }

    /** A post carries its author in itself, a user is one; null where there is none. */
    private static Author author(Body who) {
        if (!who.exists()) {
            return null;
        }
        String id = who.text("user_id");
        return new Author(id == null ? who.text("id") : id, who.text("username"), who.text("name"))
                .staff(who.flag("staff") || who.flag("admin") || who.flag("moderator"));
    }
}
