package org.upstander.alert.notify.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of RFC 8291, and what its keys must be. */
class Aes128GcmTest {

    private static final String TEXT = "When I grow up, I want to be a watermelon";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String RECEIVER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String BODY =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                    + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                    + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void theExampleOfTheRfcComesOutByteForByte() {
        byte[] body =
                Aes128Gcm.encrypt(
                        TEXT.getBytes(StandardCharsets.UTF_8),
                        point(RECEIVER),
                        bytes(AUTH),
                        new KeyPair(point(SENDER), scalar(SENDER_PRIVATE)),
                        bytes(SALT));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
    }

    /** The reader of the other tests is right, too. */
    @Test
    void theBrowserOfTheRfcReadsIt() {
        assertThat(browser().read(bytes(BODY))).isEqualTo(TEXT);
    }

    @Test
    void noTwoMessagesShareKeyOrSalt() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] one = Aes128Gcm.encrypt(text, point(RECEIVER), bytes(AUTH));
        byte[] other = Aes128Gcm.encrypt(text, point(RECEIVER), bytes(AUTH));
        assertThat(java.util.Arrays.copyOf(one, 16))
                .isNotEqualTo(java.util.Arrays.copyOf(other, 16));
        assertThat(java.util.Arrays.copyOfRange(one, 21, 86))
                .isNotEqualTo(java.util.Arrays.copyOfRange(other, 21, 86));
        assertThat(browser().read(one)).isEqualTo(browser().read(other)).isEqualTo(TEXT);
    }

    @Test
    void anotherBrowserReadsNothing() {
        assertThatThrownBy(() -> Browser.fresh().read(bytes(BODY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLongestTextFillsABodyOf4096Bytes() {
        byte[] text = new byte[Aes128Gcm.MAX_TEXT];
        java.util.Arrays.fill(text, (byte) 'x');
        assertThat(Aes128Gcm.encrypt(text, point(RECEIVER), bytes(AUTH))).hasSize(4_096);
        assertThatThrownBy(
                        () ->
                                Aes128Gcm.encrypt(
                                        new byte[text.length + 1], point(RECEIVER), bytes(AUTH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 64})
    void aPointThatIsNotOnTheCurveIsNoKey(int at) {
        byte[] point = bytes(RECEIVER);
        point[at] ^= 1;
        assertThat(P256.publicKey(point)).isEmpty();
    }

    @Test
    void aPointIsWrittenAsItWasRead() {
        for (int i = 0; i < 600; i++) {
            byte[] point = P256.encoded((ECPublicKey) P256.pair().getPublic());
            assertThat(P256.encoded(P256.publicKey(point).orElseThrow())).isEqualTo(point);
        }
    }

    private static Browser browser() {
        return new Browser(point(RECEIVER), scalar(RECEIVER_PRIVATE), bytes(AUTH));
    }

    private static ECPublicKey point(String base64) {
        return P256.publicKey(bytes(base64)).orElseThrow();
    }

    private static PrivateKey scalar(String base64) {
        return P256.privateKey(bytes(base64)).orElseThrow();
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
