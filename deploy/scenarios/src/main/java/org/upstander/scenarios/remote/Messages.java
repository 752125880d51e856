package org.upstander.scenarios.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Happening.Written;
import org.upstander.scenarios.story.Story;

/** What happens, as a platform would send it. */
final class Messages {

    private final Story story;
    private final Cast cast;
    private final Shift shift;

    Messages(Story story, Cast cast, Shift shift) {
        this.story = story;
        this.cast = cast;
        this.shift = shift;
    }

    ObjectNode of(Written post) {
        ObjectNode body =
                Client.JSON
                        .createObjectNode()
                        .put("source", cast.platform(post.source()))
                        .put("externalId", post.postId())
                        .put("text", post.text())
                        .put("createdAt", shift.of(post.createdAt()).toString());
        author(body, post.by());
        if (post.isEdit()) {
            body.put("editedAt", shift.of(post.at()).toString());
        }
        if (post.thread() != null) {
            body.putObject("thread").put("id", post.thread()).put("title", post.thread());
        }
        if (post.says().binding().equals("reply") && !post.about().isEmpty()) {
            String handle = story.member(post.about().get(0)).handles().get(post.source());
            body.putObject("replyTo")
                    .put("externalId", "to-" + post.postId())
                    .putObject("author")
                    .put("handle", handle);
        }
        return body;
    }

    ObjectNode of(Moderated one) {
        ObjectNode body =
                Client.JSON
                        .createObjectNode()
                        .put("type", "moderation-action")
                        .put("action", one.action())
                        .put("source", cast.platform(one.source()))
                        .put("at", shift.of(one.at()).toString());
        author(body, one.against());
        if (one.by() != null) {
            body.put("by", cast.staffId(one.by()));
        }
        return body;
    }

    ObjectNode of(Approached one) {
        ObjectNode body =
                Client.JSON
                        .createObjectNode()
                        .put("type", "contact-attempt")
                        .put("kind", one.kind())
                        .put("account", one.personal() ? "personal" : "professional")
                        .put("staff", cast.staffId(one.staff()))
                        .put("source", cast.platform(one.source()))
                        .put("at", shift.of(one.at()).toString());
        author(body, one.by());
        return body;
    }

    /** A post that everybody of the staff is named in, to see how far the system is. */
    ObjectNode marker(String by, Instant now) {
        StringBuilder text = new StringBuilder("Thank you for everything");
        story.staff().forEach(one -> text.append(", ").append(one.name()));
        ObjectNode body =
                Client.JSON
                        .createObjectNode()
                        .put("source", cast.platform("marker"))
                        .put("externalId", by)
                        .put("text", text.append("!").toString())
                        .put("createdAt", now.toString());
        author(body, by);
        return body;
    }

    private static void author(ObjectNode body, String by) {
        body.putObject("author").put("id", by).put("handle", by);
    }
}
