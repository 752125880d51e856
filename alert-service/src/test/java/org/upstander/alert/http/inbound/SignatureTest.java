package org.upstander.alert.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak: each kind of proof, and what is none. */
class SignatureTest {

    private static final byte[] BODY = bytes("{\"event\":{\"id\":\"01\"}}");
    private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);

    // The example of Slack's own documentation.
    private static final String SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String SLACK_BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SLACK_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static final String TWILIO_URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String TWILIO_FORM =
            "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212";
    private static final String TWILIO_SIGNATURE = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

    private final PagerDutySignature pagerDuty =
            new PagerDutySignature(new Secrets(List.of("current", "next")));
    private final SlackSignature slack = slack(List.of("coming", SLACK_SECRET), NOW);
    private final TwilioSignature twilio =
            new TwilioSignature(new Secrets(List.of("other", "12345")));

    private static SlackSignature slack(List<String> secrets, Instant now) {
        return new SlackSignature(new Secrets(secrets), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String v1(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] flipped(byte[] given, int bit) {
        byte[] other = given.clone();
        int at = Math.floorMod(bit, given.length * 8);
        other[at / 8] ^= (byte) (1 << (at % 8));
        return other;
    }

    private static Form form(String text) {
        return Form.of(bytes(text)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "next"})
    void pagerDutyMaySignWithEitherSecret(String secret) {
        assertThat(pagerDuty.holds(v1(secret, BODY), BODY)).isTrue();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertThat(pagerDuty.holds(v1("old", BODY) + "," + v1("current", BODY), BODY)).isTrue();
        assertThat(pagerDuty.holds("v2=00, " + v1("current", BODY), BODY)).isTrue();
    }

    @Test
    void pagerDutyProvesNothingWithAnotherSecretOrNoneOrAnotherBody() {
        assertThat(pagerDuty.holds(v1("wrong", BODY), BODY)).isFalse();
        assertThat(pagerDuty.holds(null, BODY)).isFalse();
        assertThat(pagerDuty.holds("", BODY)).isFalse();
        assertThat(pagerDuty.holds("v1=", BODY)).isFalse();
        assertThat(pagerDuty.holds("v1=zz", BODY)).isFalse();
        assertThat(pagerDuty.holds(v1("current", BODY).substring(3), BODY)).isFalse();
        assertThat(pagerDuty.holds(v1("current", BODY), bytes("{}"))).isFalse();
    }

    @Test
    void withoutASecretNothingIsProven() {
        assertThat(new PagerDutySignature(new Secrets(List.of())).holds(v1("x", BODY), BODY))
                .isFalse();
        assertThat(new Secrets(List.of("", " ")).contain("")).isFalse();
        assertThat(slack(List.of(), NOW).holds("1531420618", SLACK_SIGNATURE, bytes(SLACK_BODY)))
                .isFalse();
    }

    @Property(tries = 300)
    void oneBitOfTheBodyIsEnoughToFail(@ForAll @IntRange(max = 100_000) int bit) {
        assertThat(pagerDuty.holds(v1("current", BODY), flipped(BODY, bit))).isFalse();
    }

    @Property(tries = 300)
    void oneBitOfTheSignatureIsEnoughToFail(@ForAll @IntRange(max = 255) int bit) {
        byte[] mac = HexFormat.of().parseHex(v1("current", BODY).substring(3));
        String other = "v1=" + HexFormat.of().formatHex(flipped(mac, bit));
        assertThat(pagerDuty.holds(other, BODY)).isFalse();
    }

    @Test
    void slacksOwnExampleHolds() {
        assertThat(slack.holds("1531420618", SLACK_SIGNATURE, bytes(SLACK_BODY))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void slackMayBeFiveMinutesOff(long seconds) {
        SlackSignature then = slack(List.of(SLACK_SECRET), NOW.plusSeconds(seconds));
        assertThat(then.holds("1531420618", SLACK_SIGNATURE, bytes(SLACK_BODY))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void slackMayNotBeOlderOrYounger(long seconds) {
        SlackSignature then = slack(List.of(SLACK_SECRET), NOW.plusSeconds(seconds));
        assertThat(then.holds("1531420618", SLACK_SIGNATURE, bytes(SLACK_BODY))).isFalse();
    }

    @Test
    void slackProvesNothingOtherwise() {
        byte[] body = bytes(SLACK_BODY);
        assertThat(slack.holds("1531420619", SLACK_SIGNATURE, body)).isFalse();
        assertThat(slack.holds(null, SLACK_SIGNATURE, body)).isFalse();
        assertThat(slack.holds("now", SLACK_SIGNATURE, body)).isFalse();
        assertThat(slack.holds("1531420618", null, body)).isFalse();
        assertThat(slack.holds("1531420618", "v0=", body)).isFalse();
        assertThat(slack.holds("1531420618", SLACK_SIGNATURE, bytes(SLACK_BODY + "&x=1")))
                .isFalse();
        assertThat(slack(List.of("wrong"), NOW).holds("1531420618", SLACK_SIGNATURE, body))
                .isFalse();
    }

    @Property(tries = 300)
    void oneBitOfSlacksBodyIsEnoughToFail(@ForAll @IntRange(max = 100_000) int bit) {
        byte[] other = flipped(bytes(SLACK_BODY), bit);
        assertThat(slack.holds("1531420618", SLACK_SIGNATURE, other)).isFalse();
    }

    @Test
    void twiliosPublishedExampleHolds() {
        assertThat(twilio.holds(TWILIO_SIGNATURE, TWILIO_URL, form(TWILIO_FORM))).isTrue();
    }

    @Test
    void twilioProvesNothingOtherwise() {
        Form form = form(TWILIO_FORM);
        assertThat(twilio.holds(null, TWILIO_URL, form)).isFalse();
        assertThat(twilio.holds("", TWILIO_URL, form)).isFalse();
        assertThat(twilio.holds("!", TWILIO_URL, form)).isFalse();
        assertThat(twilio.holds(TWILIO_SIGNATURE, TWILIO_URL + "3", form)).isFalse();
        assertThat(twilio.holds(TWILIO_SIGNATURE, TWILIO_URL, form(TWILIO_FORM + "&x=1")))
                .isFalse();
        assertThat(
                        new TwilioSignature(new Secrets(List.of("wrong")))
                                .holds(TWILIO_SIGNATURE, TWILIO_URL, form))
                .isFalse();
    }

    @Property(tries = 200)
    void oneBitOfTwiliosSignatureIsEnoughToFail(@ForAll @IntRange(max = 159) int bit) {
        byte[] mac = flipped(Base64.getDecoder().decode(TWILIO_SIGNATURE), bit);
        assertThat(
                        twilio.holds(
                                Base64.getEncoder().encodeToString(mac),
                                TWILIO_URL,
                                form(TWILIO_FORM)))
                .isFalse();
    }

    @Test
    void aSharedTokenIsOneOfThoseThatHold() {
        Secrets tokens = new Secrets(List.of("sixteen-letters-a", "sixteen-letters-b"));
        assertThat(tokens.contain("sixteen-letters-a")).isTrue();
        assertThat(tokens.contain("sixteen-letters-b")).isTrue();
        assertThat(tokens.contain("sixteen-letters-")).isFalse();
        assertThat(tokens.contain("")).isFalse();
    }

    @Test
    void aFormIsReadAsItWasWritten() {
        Form form = form("b=2&a=1%2B1&a=x+y&c&=z");
        assertThat(form.sorted()).containsOnlyKeys("a", "b", "c");
        assertThat(form.sorted().get("a")).containsExactly("1+1", "x y");
        assertThat(form.get("c")).isEmpty();
        assertThat(form.get("d")).isEmpty();
        assertThat(Form.of(bytes("a=%zz"))).isEmpty();
        assertThat(Form.of(bytes("a=1&".repeat(300)))).isEmpty();
    }
}
