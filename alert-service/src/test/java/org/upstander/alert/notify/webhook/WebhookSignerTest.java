package org.upstander.alert.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.notify.http.WebhookSettings;

class WebhookSignerTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signsThePublishedVector() {
        WebhookSigner signer =
                new WebhookSigner(Optional.of(WebhookSettings.SECRET), Optional.empty());
        assertThat(signer.sign(ID, AT, BODY)).isEqualTo(PUBLISHED);
    }

    @Test
    void duringAChangeSignsWithBoth() {
        WebhookSigner signer =
                new WebhookSigner(
                        Optional.of(WebhookSettings.SECRET),
                        Optional.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"));
        assertThat(signer.sign(ID, AT, BODY))
                .startsWith(PUBLISHED + " v1,")
                .matches("v1,\\S{44} v1,\\S{44}");
    }

    @Test
    void withoutASecretItIsNotReady() {
        assertThat(new WebhookSigner(Optional.empty(), Optional.empty()).ready()).isFalse();
    }

    @Test
    void aDemoSecretSignsButNotInProduction() {
        String demo = "demo-" + WebhookSettings.SECRET;
        WebhookSigner signer = new WebhookSigner(Optional.of(demo), Optional.empty());
        assertThat(signer.sign(ID, AT, BODY)).isEqualTo(PUBLISHED);
        assertThatThrownBy(() -> WebhookSigner.refuseDemo(demo))
                .hasMessageContaining("UPSTANDER_WEBHOOK_SECRET");
        assertThatCode(() -> WebhookSigner.refuseDemo(WebhookSettings.SECRET))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_%%%",
                "x",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void aWrongSecretIsNamedButNotShown(String secret) {
        assertThatThrownBy(() -> new WebhookSigner(Optional.of(secret), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UPSTANDER_WEBHOOK_SECRET")
                .hasMessageContaining("openssl")
                .hasNoCause();
    }
}
