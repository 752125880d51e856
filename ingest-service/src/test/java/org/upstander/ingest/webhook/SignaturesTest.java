package org.upstander.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.WebhookFormat;
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

/** The same six cases for every platform: valid, two secrets, tampered, wrong, old, missing. */
class SignaturesTest {

    private static final byte[] BODY = bytes("{\"said\":\"something\"}");
    private static final String NOW = Long.toString(Deliveries.NOW.getEpochSecond());
    private static final String OLD = Long.toString(Deliveries.NOW.getEpochSecond() - 301);

    /**
     * @param timed whether the platform signs a time, too
     */
    private record Case(WebhookFormat format, Signer signer, boolean timed) {

        @Override
        public String toString() {
            return format.type();
        }
    }

    /** Signs a body at a time, as whoever has the secret. */
    private interface Signer {
        Map<String, String> sign(String secret, String time, byte[] body) throws Exception;

        default List<String> secrets() throws Exception {
            return List.of("first", "second", "of somebody else");
        }

        /** What a source keeps of the secret. */
        default String kept(String secret) {
            return secret;
        }
    }

    static Stream<Case> formats() throws Exception {
        return Stream.of(
                new Case(new GithubWebhook(), ofBody("X-Hub-Signature-256"), false),
                new Case(new DiscourseWebhook(), ofBody("X-Discourse-Event-Signature"), false),
                new Case(new MastodonWebhook(), ofBody("X-Hub-Signature"), false),
                new Case(
                        new SlackWebhook(),
                        (secret, time, body) ->
                                Map.of(
                                        "X-Slack-Request-Timestamp",
                                        time,
                                        "X-Slack-Signature",
                                        "v0=" + hmac(secret, bytes("v0:" + time + ":"), body)),
                        true),
                new Case(new DiscordWebhook(), new Bots(), true),
                new Case(new JsonWebhook(), ofBody("X-Hub-Signature-256"), false),
                new Case(new CloudEventsWebhook(), ofBody("X-Hub-Signature-256"), false),
                new Case(new CoralWebhook(), ofBody("X-Coral-Signature"), false),
                new Case(new WordpressWebhook(), ofBody("X-Upstander-Signature"), false),
                new Case(new FacebookWebhook(), ofBody("X-Hub-Signature-256"), false));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sixCases(Case platform) throws Exception {
        Signer signer = platform.signer();
        List<String> secrets = signer.secrets();
        String first = signer.kept(secrets.get(0));
        String second = signer.kept(secrets.get(1));
        Map<String, String> signed = signer.sign(secrets.get(0), NOW, BODY);
        byte[] tampered = BODY.clone();
        tampered[10] ^= 1;

        assertThat(proof(platform, signed, BODY, first)).isEqualTo(Proof.VALID);
        assertThat(proof(platform, signed, BODY, second, first)).isEqualTo(Proof.VALID);
        assertThat(proof(platform, signed, BODY, first, second)).isEqualTo(Proof.VALID);
        assertThat(proof(platform, signed, tampered, first)).isEqualTo(Proof.WRONG);
        assertThat(proof(platform, signed, BODY, second)).isEqualTo(Proof.WRONG);
        assertThat(proof(platform, signer.sign(secrets.get(2), NOW, BODY), BODY, first, second))
                .isEqualTo(Proof.WRONG);
        assertThat(proof(platform, signer.sign(secrets.get(0), OLD, BODY), BODY, first))
                .isEqualTo(platform.timed() ? Proof.STALE : Proof.VALID);
        assertThat(proof(platform, Map.of(), BODY, first)).isEqualTo(Proof.MISSING);
        for (String header : signed.keySet()) {
            Map<String, String> broken = new HashMap<>(signed);
            broken.put(header, "sha256=not hexadecimal");
            assertThat(proof(platform, broken, BODY, first)).isNotEqualTo(Proof.VALID);
        }
    }

    /** While Coral's secret changes it signs with both, in one header. */
    @Test
    void coralSignsTwice() throws Exception {
        String two = "sha256=" + hmac("of before", BODY) + ",sha256=" + hmac("first", BODY);
        Case coral = new Case(new CoralWebhook(), ofBody("X-Coral-Signature"), false);
        assertThat(proof(coral, Map.of("X-Coral-Signature", two), BODY, "first"))
                .isEqualTo(Proof.VALID);
        assertThat(proof(coral, Map.of("X-Coral-Signature", two), BODY, "of others"))
                .isEqualTo(Proof.WRONG);
    }

    @Test
    void githubsOwnExample() {
        assertThat(
                        new GithubWebhook()
                                .proof(
                                        Deliveries.of(
                                                "Hello, World!",
                                                Map.of(
                                                        "X-Hub-Signature-256",
                                                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")),
                                        Deliveries.proven(List.of("It's a Secret to Everybody"))))
                .isEqualTo(Proof.VALID);
    }

    @Test
    void slacksOwnExample() {
        String body =
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertThat(
                        new SlackWebhook()
                                .proof(
                                        new Delivery(
                                                Map.of(
                                                        "X-Slack-Request-Timestamp",
                                                        "1531420618",
                                                        "X-Slack-Signature",
                                                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
                                                bytes(body),
                                                Instant.ofEpochSecond(1531420618)),
                                        Deliveries.proven(
                                                List.of("8f742231b10e8888abcd99yyyzzz85a5"))))
                .isEqualTo(Proof.VALID);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(new Secrets(List.of("quiet")).toString()).doesNotContain("quiet");
    }

    private static Proof proof(
            Case platform, Map<String, String> headers, byte[] body, String... secrets) {
        return platform.format()
                .proof(
                        new Delivery(headers, body, Deliveries.NOW),
                        Deliveries.proven(Arrays.asList(secrets)));
    }

    private static Signer ofBody(String header) {
        return (secret, time, body) -> Map.of(header, "sha256=" + hmac(secret, body));
    }

    private static String hmac(String secret, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bots with keys of their own; the source keeps the public ones. */
    private static final class Bots implements Signer {

        private final Map<String, KeyPair> keys = new HashMap<>();

        Bots() throws GeneralSecurityException {
            for (String name : List.of("first", "second", "of somebody else")) {
                keys.put(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            }
        }

        @Override
        public Map<String, String> sign(String secret, String time, byte[] body)
                throws GeneralSecurityException {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.get(secret).getPrivate());
            signature.update(bytes(time));
            signature.update(body);
            return Map.of(
                    "X-Signature-Timestamp",
                    time,
                    "X-Signature-Ed25519",
                    HexFormat.of().formatHex(signature.sign()));
        }

        @Override
        public String kept(String secret) {
            byte[] info = keys.get(secret).getPublic().getEncoded();
            return HexFormat.of().formatHex(info, info.length - 32, info.length);
        }
    }
}
