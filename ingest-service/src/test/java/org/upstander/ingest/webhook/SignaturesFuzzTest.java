package org.upstander.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.webhook.cloudevents.CloudEventsWebhook;
import org.upstander.ingest.webhook.coral.CoralWebhook;
import org.upstander.ingest.webhook.discord.DiscordWebhook;
import org.upstander.ingest.webhook.discourse.DiscourseWebhook;
import org.upstander.ingest.webhook.facebook.FacebookWebhook;
import org.upstander.ingest.webhook.github.GithubWebhook;
import org.upstander.ingest.webhook.json.JsonWebhook;
import org.upstander.ingest.webhook.mastodon.MastodonWebhook;
import org.upstander.ingest.webhook.slack.SlackWebhook;
import org.upstander.ingest.webhook.wordpress.WordpressWebhook;

/** Nobody without a secret is believed, whatever stands in the headers. */
class SignaturesFuzzTest {

    private static final List<WebhookFormat> FORMATS =
            List.of(
                    new GithubWebhook(),
                    new DiscourseWebhook(),
                    new MastodonWebhook(),
                    new SlackWebhook(),
                    new DiscordWebhook(),
                    new JsonWebhook(),
                    new CloudEventsWebhook(),
                    new CoralWebhook(),
                    new WordpressWebhook(),
                    new FacebookWebhook());
    private static final List<String> SIGNED =
            List.of(
                    "x-hub-signature-256",
                    "x-hub-signature",
                    "x-discourse-event-signature",
                    "x-slack-signature",
                    "x-coral-signature",
                    "x-upstander-signature",
                    "x-signature-ed25519",
                    "x-token");
    private static final List<String> TIMED =
            List.of("x-slack-request-timestamp", "x-signature-timestamp");

    /** The first is a key of Ed25519 too, of which nobody kept the other half. */
    private static final List<String> SECRETS =
            List.of(
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    "another secret of the tests");

    private static final List<Source> SOURCES =
            Stream.of((String) null, "x-token")
                    .map(token -> new SourceSettings.Builder().tokenHeader(token).build())
                    .map(settings -> Deliveries.source(SECRETS, settings))
                    .toList();

    static Stream<byte[]> seeds() {
        String now = Long.toString(Deliveries.NOW.getEpochSecond());
        return Fuzzing.texts(
                "sha256=" + "0".repeat(64) + "\n" + now + "\n{}",
                "v0=" + "a1".repeat(32) + "\n" + now + "\n{\"type\":\"event_callback\"}",
                "sha256=" + "f".repeat(64) + ",sha256=" + "F".repeat(64) + "\n-1\n",
                "0".repeat(128) + "\n" + now + "\nbody",
                "another secret of the test\n99999999999999999999\n");
    }

    /** A signature, a time and a body, a line each. */
    @MethodSource("seeds")
    @FuzzTest
    void nobodyIsBelieved(byte[] bytes) {
        String[] lines = Fuzzing.text(bytes).split("\n", 3);
        String time = lines.length > 1 ? lines[1] : "";
        byte[] body = lines.length > 2 ? Arrays.copyOf(bytes, bytes.length / 2) : new byte[0];
        Map<String, String> headers =
                Stream.concat(SIGNED.stream(), TIMED.stream())
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> TIMED.contains(name) ? time : lines[0]));
        Delivery delivery = new Delivery(headers, body, Deliveries.NOW);
        for (WebhookFormat format : FORMATS) {
            for (Source source : SOURCES) {
                assertThat(format.proof(delivery, source))
                        .as(format.type())
                        .isNotIn(Proof.VALID, Proof.STALE);
            }
        }
    }
}
