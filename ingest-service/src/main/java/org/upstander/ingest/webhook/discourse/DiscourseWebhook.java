package org.upstander.ingest.webhook.discourse;

import jakarta.inject.Singleton;
import java.util.List;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;
import org.upstander.ingest.webhook.Moderation;

/**
 * Posts, chat, joins, suspensions and reviewed flags of a Discourse forum. Shapes: Discourse's
 * serializers of web hook events.
 */
@Singleton
public class DiscourseWebhook implements WebhookFormat {

    private static final int REGULAR = 1;
    private static final int WHISPER = 4;
    private static final int APPROVED = 1;

    @Override
    public String type() {
        return "discourse";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.ofBody(delivery, source, "x-discourse-event-signature", "sha256=");
    }

    /** What is deleted and what is recovered may look the same. */
    @Override
    public List<String> tellingHeaders() {
        return List.of("x-discourse-event");
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        String event = delivery.header("x-discourse-event");
        if (event == null) {
            return new Said.Nothing(Said.Why.PING);
        }
        Body body = Body.of(delivery.body());
        return switch (event) {
            case "post_created", "post_edited", "post_recovered" ->
                    post(body.at("post"), delivery, source, false);
            case "post_destroyed" -> post(body.at("post"), delivery, source, true);
            case "chat_message_created", "chat_message_edited", "chat_message_restored" ->
                    chat(body.at("chat_message"), source, false);
            case "chat_message_trashed" -> chat(body.at("chat_message"), source, true);
            case "user_created" -> joined(body.at("user"), delivery, source);
            case "user_suspended" -> suspended(body.at("user"), delivery, source);
            case "reviewable_updated" -> reviewed(body.at("reviewable"), delivery, source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    private static Said post(Body post, Delivery delivery, Source source, boolean deleted) {
        post.needed("post_type"); // were it called otherwise one day, all would be passed over
        int type = post.number("post_type");
        if (type != REGULAR && type != WHISPER) {
            return new Said.Nothing(Said.Why.SYSTEM_NOTE);
        }
        boolean direct = "private_message".equals(post.text("topic_archetype"));
        if (direct && source.direct() == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        String topic = post.needed("topic_id");
        String instance = delivery.header("x-discourse-instance");
        Author answered = author(post.at("reply_to_user"));
        String parent = post.text("reply_to_post_number");
        return Said.Items.post(
                source.post(post.needed("id"))
                        .by(author(post))
                        .in(topic, post.text("topic_title"))
                        .answering(parent == null ? null : topic + "/" + parent, answered)
                        .text(post.text("raw"))
                        .html(post.text("cooked"))
                        .written(post.text("created_at"))
                        .edited(edited(post))
                        .deleted(deleted)
                        .at(
                                instance == null
                                        ? null
                                        : "%s/t/%s/%s/%s"
                                                .formatted(
                                                        instance,
                                                        post.text("topic_slug"),
                                                        topic,
                                                        post.text("post_number")))
                        .visibleTo(
                                direct ? source.direct() : type == WHISPER ? "members" : "public")
                        .draft());
    }

    /** The first version has not been edited, though it was updated when it was counted. */
    private static String edited(Body post) {
        return post.number("version") > 1 ? post.text("updated_at") : null;
    }

    private static Said chat(Body message, Source source, boolean deleted) {
        Body channel = message.at("channel");
        boolean direct = "DirectMessage".equals(channel.text("chatable_type"));
        if (direct && source.direct() == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        Body answered = message.at("in_reply_to");
        return Said.Items.post(
                source.post("chat:" + message.needed("id"))
                        .by(author(message.at("user")))
                        .in(
                                "chat:" + firstOf(message.text("chat_channel_id"), channel),
                                channel.text("title"))
                        .answering(
                                answered.exists() ? "chat:" + answered.needed("id") : null,
                                answered.exists() ? author(answered.at("user")) : null)
                        .text(message.text("message"))
                        .html(message.text("cooked"))
                        .written(message.text("created_at"))
                        .deleted(deleted)
                        .visibleTo(direct ? source.direct() : "members")
                        .draft());
    }

    private static String firstOf(String id, Body channel) {
        return id == null ? channel.needed("id") : id;
    }

    /** Discourse does not say by which invitation. */
    private static Said joined(Body user, Delivery delivery, Source source) {
        return Said.Items.signal(
                source.join(author(user), user.timeOr("created_at", delivery.at()), null));
    }

    private static Said suspended(Body user, Delivery delivery, Source source) {
        return Said.Items.signal(
                Moderation.of(
                        source,
                        "suspend",
                        author(user),
                        user.timeOr("suspended_at", delivery.at())));
    }

    /** A flag that moderators agreed with. */
    private static Said reviewed(Body reviewable, Delivery delivery, Source source) {
        Body whom = reviewable.at("target_created_by");
        return reviewable.number("status") == APPROVED && whom.exists()
                ? Said.Items.signal(
                        Moderation.of(
                                source,
                                "remove-post",
                                author(whom),
                                reviewable.timeOr("updated_at", delivery.at())))
                : new Said.Nothing(Said.Why.OTHER_EVENT);
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
