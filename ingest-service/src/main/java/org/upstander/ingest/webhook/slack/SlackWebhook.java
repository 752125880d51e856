package org.upstander.ingest.webhook.slack;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;
import org.upstander.ingest.webhook.Secrets;

/** Slack's Events API: messages of channels, their edits and deletions, threads. */
@Singleton
public class SlackWebhook implements WebhookFormat {

    private static final String TIMESTAMP = "x-slack-request-timestamp";
    private static final String SIGNATURE = "x-slack-signature";
    private static final String VERSION = "v0";
    private static final Pattern TIME = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

    @Override
    public String type() {
        return "slack";
    }

    /** Slack signs {@code v0:timestamp:body}. */
    @Override
    public Proof proof(Delivery delivery, Source source) {
        byte[] signature = HexSignature.read(delivery.header(SIGNATURE), VERSION + "=");
        String timestamp = delivery.header(TIMESTAMP);
        if (signature == null || timestamp == null) {
            return Proof.MISSING;
        }
        byte[] front = (VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        if (!new Secrets(source.secrets()).signed(signature, front, delivery.body())) {
            return Proof.WRONG;
        }
        return delivery.isLate(timestamp) ? Proof.STALE : Proof.VALID;
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body body = Body.of(delivery.body());
        return switch (body.needed("type")) {
            case "url_verification" -> new Said.Handshake("text/plain", body.needed("challenge"));
            case "app_rate_limited" -> new Said.Gap(Said.Cause.RATE_LIMITED);
            case "event_callback" -> event(body.at("event"), body.text("api_app_id"), source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    /**
     * @param reader id of the app that these events are for
     */
    private static Said event(Body event, String reader, Source source) {
        if (!"message".equals(event.text("type"))) {
            return new Said.Nothing(Said.Why.OTHER_EVENT);
        }
        boolean direct = isDirect(event);
        if (direct && source.direct() == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        String visibility = direct ? source.direct() : "members";
        String subtype = event.text("subtype");
        return switch (subtype == null ? "" : subtype) {
            case "", "thread_broadcast", "file_share", "me_message", "bot_message" ->
                    isBy(reader, event)
                            ? new Said.Nothing(Said.Why.BOT)
                            : message(event, event, source, visibility, false);
            case "message_changed" ->
                    isBy(reader, event.at("message"))
                            ? new Said.Nothing(Said.Why.BOT)
                            : message(event.at("message"), event, source, visibility, false);
            case "message_deleted" ->
                    message(event.at("previous_message"), event, source, visibility, true);
            default -> new Said.Nothing(Said.Why.SYSTEM_NOTE);
        };
    }

    private static boolean isDirect(Body event) {
        String channel = event.text("channel_type");
        return "im".equals(channel) || "mpim".equals(channel);
    }

    /**
     * @param message what was written, inside the event where that tells of a change
     */
    private static Said message(
            Body message, Body event, Source source, String visibility, boolean deleted) {
        String channel = event.needed("channel");
        String ts = deleted ? event.needed("deleted_ts") : message.needed("ts");
        String began = message.text("thread_ts");
        boolean answers = began != null && !began.equals(ts);
        String edited = message.at("edited").text("ts");
        return Said.Items.post(
                source.post(channel + ":" + ts)
                        .by(writer(message))
                        .in(channel + ":" + (began == null ? ts : began), null)
                        .answering(
                                answers ? channel + ":" + began : null,
                                answers ? author(message.text("parent_user_id")) : null)
                        .text(SlackText.plain(message.text("text")))
                        .written(time(ts))
                        .edited(edited == null ? null : time(edited))
                        .deleted(deleted)
                        .visibleTo(visibility)
                        .draft());
    }

    /** What the app itself writes is no post: a page that it sends would come back as one. */
    private static boolean isBy(String reader, Body message) {
        String app = message.text("app_id");
        String writer = app == null ? message.at("bot_profile").text("app_id") : app;
        return writer != null && writer.equals(reader);
    }

    /** An app writes as a user of its own, or under its own id, by any name it likes. */
    private static Author writer(Body message) {
        String bot = message.text("bot_id");
        String user = message.text("user");
        if (bot == null || user != null) {
            Author author = author(user);
            return author == null ? null : author.bot(bot != null);
        }
        return new Author(bot, bot, message.text("username")).bot(true);
    }

    private static Author author(String user) {
        return user == null ? null : new Author(user, user, null);
    }

    /** Seconds since 1970 with a fraction that makes them unique. */
    private static String time(String ts) {
        if (!TIME.matcher(ts).matches()) {
            throw new Unreadable("/event/ts", "is no time of Slack, as 1355517523.000005");
        }
        return Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(3).longValue()).toString();
    }
}
