package org.upstander.ingest.webhook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.ingest.webhook.Deliveries.FORUM;
import static org.upstander.ingest.webhook.Deliveries.NOW;
import static org.upstander.ingest.webhook.Deliveries.fixture;
import static org.upstander.ingest.webhook.Deliveries.onlyPost;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Thread;
import org.upstander.ingest.webhook.Deliveries;

/** Deliveries of Slack, and what no platform sends, after their documented shapes. */
class SlackWebhookTest {

    private static final String MESSAGE = fixture("slack-message.json");

    @Test
    void aMessageOnSlack() {
        Draft.OfPost post = onlyPost(slack(MESSAGE, FORUM));
        assertThat(post.externalId()).isEqualTo("C1:1355517523.000005");
        assertThat(post.thread()).isEqualTo(new Thread("C1:1355517000.000001", null));
        assertThat(post.replyTo())
                .isEqualTo(new ReplyTo("C1:1355517000.000001", new Author("U2", "U2", null), null));
        assertThat(post.text()).isEqualTo("@marta why & how? see the rules");
        assertThat(post.createdAt()).isEqualTo("2012-12-14T20:38:43Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"user\":\"U1\",| \"user\":\"U1\",\"bot_id\":\"B1\",\"app_id\":\"A2\",| U1| U1|",
                "\"user\":\"U1\",| \"subtype\":\"bot_message\",\"bot_id\":\"B1\",\"username\":\"Watch\",| B1| B1| Watch"
            })
    void whatAnAppWritesIsTakenAndSaysSo(
            String person, String app, String id, String handle, String shown) {
        Draft.OfPost post = onlyPost(slack(MESSAGE.replace(person, app), FORUM));
        assertThat(post.author()).isEqualTo(new Author(id, handle, shown).bot(true));
        assertThat(post.text()).startsWith("@marta why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"app_id\":\"A1\"", "\"bot_profile\":{\"app_id\":\"A1\"}"})
    void whatTheAppItselfWritesIsNoPost(String app) {
        String own = MESSAGE.replace("\"user\":\"U1\",", "\"bot_id\":\"B1\"," + app + ",");
        assertThat(slack(own, FORUM)).isEqualTo(new Said.Nothing(Said.Why.BOT));
    }

    @Test
    void slackWantsItsChallengeBack() {
        assertThat(slack("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}", FORUM))
                .isEqualTo(new Said.Handshake("text/plain", "3eZb"));
    }

    @Test
    void whatSlackDroppedIsAGap() {
        assertThat(slack("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}", FORUM))
                .isEqualTo(new Said.Gap(Said.Cause.RATE_LIMITED));
    }

    @Test
    void aMessageThatIsDeletedOnSlack() {
        String gone =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C1\",\"channel_type\":\"channel\",\"deleted_ts\":\"1355517523.000005\",\"previous_message\":{\"user\":\"U1\",\"ts\":\"1355517523.000005\",\"text\":\"x\"}}}";
        Draft.OfPost post = onlyPost(slack(gone, FORUM));
        assertThat(post.deleted()).isTrue();
        assertThat(post.externalId()).isEqualTo("C1:1355517523.000005");
        assertThat(post.text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "7", "null", "{\"a\":1}{}", "\u0000"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        assertThatThrownBy(() -> slack(body, FORUM)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1e2147483647",
                "1e-2147483647",
                "-1",
                "1.",
                "1355517523000000000"
            })
    void whatIsNoTimeOfSlackIsUnreadable(String ts) {
        String message =
                """
                {"type":"event_callback","event":{"type":"message","channel":"C1","user":"U1","text":"x","ts":"%s"}}"""
                        .formatted(ts);
        assertThatThrownBy(() -> slack(message, FORUM)).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatIsNoUtf8IsUnreadable() {
        byte[] latin = "{\"type\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new SlackWebhook().read(new Delivery(Map.of(), latin, NOW), FORUM))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("caf");
    }

    private static Said slack(String body, Source source) {
        return new SlackWebhook().read(Deliveries.of(body), source);
    }
}
