package org.upstander.ingest.webhook.discord;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.Moderation;

/**
 * Events of Discord's gateway, {@code {"t":…,"d":{…}}}, pushed by a small bot that signs like
 * Discord does: Ed25519 over timestamp and body. Discord's own webhooks do not carry what members
 * of a server write.
 */
@Singleton
public class DiscordWebhook implements WebhookFormat {

    private static final int SIGNATURE_DIGITS = 128;
    private static final int BLOCK_MESSAGE = 1;
    private static final int TIMEOUT = 3;

    @Override
    public String type() {
        return "discord";
    }

    /** The secrets are public keys, in hexadecimal digits. */
    @Override
    public Proof proof(Delivery delivery, Source source) {
        String signature = delivery.header("x-signature-ed25519");
        String timestamp = delivery.header("x-signature-timestamp");
        if (signature == null || timestamp == null || signature.length() != SIGNATURE_DIGITS) {
            return Proof.MISSING;
        }
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(signature);
        } catch (IllegalArgumentException e) {
            return Proof.MISSING;
        }
        byte[] front = timestamp.getBytes(StandardCharsets.UTF_8);
        boolean any = false;
        for (String key : source.secrets()) {
            any |= Ed25519.verify(key, bytes, front, delivery.body());
        }
        if (!any) {
            return Proof.WRONG;
        }
        return delivery.isLate(timestamp) ? Proof.STALE : Proof.VALID;
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body body = Body.of(delivery.body());
        if (body.text("t") == null) {
            return new Said.Nothing(Said.Why.PING);
        }
        Body data = body.at("d");
        return switch (body.needed("t")) {
            case "MESSAGE_CREATE", "MESSAGE_UPDATE" -> message(data, source);
            case "MESSAGE_DELETE" -> Said.Items.post(deleted(data, data.needed("id"), source));
            case "MESSAGE_DELETE_BULK" -> bulk(data, source);
            case "AUTO_MODERATION_ACTION_EXECUTION" -> moderated(data, delivery, source);
            case "GUILD_BAN_ADD" ->
                    Said.Items.signal(
                            Moderation.of(
                                    source,
                                    "ban",
                                    author(data.at("user")),
                                    delivery.at().toString()));
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    private static Said message(Body message, Source source) {
        boolean direct = message.text("guild_id") == null;
        if (direct && source.direct() == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        if (isBlind(message)) {
            return new Said.Gap(Said.Cause.EMPTY_CONTENT);
        }
        Author writer = writer(message);
        Body answered = message.at("referenced_message");
        String parent = message.at("message_reference").text("message_id");
        return Said.Items.post(
                source.post(message.needed("id"))
                        .by(writer)
                        .in(message.needed("channel_id"), message.at("thread").text("name"))
                        .answering(parent, answered.exists() ? author(answered.at("author")) : null)
                        .text(
                                writer != null && writer.bot()
                                        ? DiscordText.ofProgram(message)
                                        : DiscordText.plain(message))
                        .written(message.text("timestamp"))
                        .edited(message.text("edited_timestamp"))
                        .visibleTo(direct ? source.direct() : "members")
                        .draft());
    }

    /** Without a permission of its own the bot gets messages without anything in them. */
    private static boolean isBlind(Body message) {
        String content = message.text("content");
        return (content == null || content.isEmpty())
                && message.at("attachments").size() == 0
                && message.at("embeds").size() == 0
                && message.at("sticker_items").size() == 0
                && message.at("message_snapshots").size() == 0
                && !message.at("poll").exists();
    }

    private static Draft.OfPost deleted(Body where, String id, Source source) {
        return source.post(id)
                .in(where.needed("channel_id"), null)
                .deleted(true)
                .visibleTo("members")
                .draft();
    }

    private static Said bulk(Body data, Source source) {
        List<Draft.OfPost> gone = new ArrayList<>();
        for (String id : data.texts("ids")) {
            gone.add(deleted(data, id, source));
        }
        return new Said.Items(gone, List.of());
    }

    private static Said moderated(Body data, Delivery delivery, Source source) {
        int action = data.at("action").number("type");
        if (action != BLOCK_MESSAGE && action != TIMEOUT) {
            return new Said.Nothing(Said.Why.OTHER_EVENT);
        }
        return Said.Items.signal(
                Moderation.of(
                        source,
                        action == TIMEOUT ? "mute" : "remove-post",
                        new Author(data.needed("user_id"), null, null),
                        delivery.at().toString()));
    }

    /** A webhook writes under its own id, by any name it likes. */
    private static Author writer(Body message) {
        Author author = author(message.at("author"));
        return author == null
                ? null
                : author.bot(author.bot() || message.text("webhook_id") != null);
    }

    private static Author author(Body user) {
        return user.exists()
                ? new Author(user.needed("id"), user.text("username"), user.text("global_name"))
                        .bot(user.flag("bot"))
                : null;
    }
}
