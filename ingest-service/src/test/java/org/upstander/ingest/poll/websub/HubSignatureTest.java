package org.upstander.ingest.poll.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.config.SourceKeys;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;

/** Whose deliveries are believed. */
class HubSignatureTest {

    private static final byte[] BODY = bytes("<rss>Well judged.</rss>");

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
    void everyMethodOfTheStandard(String method) throws Exception {
        String signed = method + "=" + hmac(method, "first", BODY);
        byte[] tampered = BODY.clone();
        tampered[7] ^= 1;

        assertThat(proof(signed, BODY, "first")).isEqualTo(Proof.VALID);
        assertThat(proof(signed.toUpperCase(Locale.ROOT), BODY, "first")).isEqualTo(Proof.VALID);
        assertThat(proof(signed, BODY, "first", "second")).isEqualTo(Proof.VALID);
        assertThat(proof(signed, BODY, "second", "first")).isEqualTo(Proof.VALID);
        assertThat(proof(signed, BODY, "second")).isEqualTo(Proof.WRONG);
        assertThat(proof(signed, tampered, "first")).isEqualTo(Proof.WRONG);
        assertThat(proof(signed.substring(0, signed.length() - 2), BODY, "first"))
                .isEqualTo(Proof.WRONG);
    }

    @Test
    void aSignatureOfOneMethodIsNoneOfAnother() throws Exception {
        assertThat(proof("sha512=" + hmac("sha256", "first", BODY), BODY, "first"))
                .isEqualTo(Proof.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "sha256", "sha256=", "sha256=xyz", "md5=00", "none=00", "00"})
    void whatIsNoSignatureIsMissing(String header) {
        assertThat(proof(header, BODY, "first")).isEqualTo(Proof.MISSING);
        assertThat(proof(null, BODY, "first")).isEqualTo(Proof.MISSING);
    }

    @Test
    void aSourceWithoutSecretsHasOneOfEachKeyAndOfItsOwn() throws Exception {
        // Given
        Source source = Deliveries.proven(List.of());
        HubSecrets before = new HubSecrets(new SourceKeys(List.of("a key of the operator's")));
        HubSecrets after =
                new HubSecrets(new SourceKeys(List.of("the next key", "a key of the operator's")));
        String told = before.of(source).get(0);

        // When: the hub still signs with what it was told before the key changed
        WebhookFormat format = new WebsubWebhook(after);
        Map<String, String> signed =
                Map.of("X-Hub-Signature", "sha256=" + hmac("sha256", told, bytes("{}")));

        // Then
        assertThat(format.proof(Deliveries.of("{}", signed), source)).isEqualTo(Proof.VALID);
        assertThat(told).hasSizeLessThan(200);
        assertThat(after.of(source)).hasSize(2).doesNotHaveDuplicates().contains(told);
        assertThat(before.mark(told)).isNotEqualTo(before.mark("another")).hasSize(16);
    }

    @Test
    void withoutAnyKeyNothingIsProven() {
        WebhookFormat format = new WebsubWebhook(new HubSecrets(new SourceKeys(List.of(" "))));
        assertThat(format.canProve(Deliveries.proven(List.of()))).isFalse();
        assertThat(format.canProve(Deliveries.proven(List.of("12345678")))).isTrue();
    }

    private static Proof proof(String header, byte[] body, String... secrets) {
        return HubSignature.of(header, body, List.of(secrets));
    }

    private static String hmac(String method, String secret, byte[] body)
            throws GeneralSecurityException {
        String algorithm = "HmacSHA" + method.substring("sha".length());
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(bytes(secret), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
