package org.upstander.alert.notify.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8292, section 2 and 3: what the token says, and who signed it. */
class VapidTest {

    static final String PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    static final String PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String OTHER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SUBJECT = "mailto:safe@example.org";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Pattern HEADER =
            Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), k=([\\w-]+)");

    @ParameterizedTest
    @CsvSource({
        "https://push.example.net/p/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV?x=1,https://push.example.net",
        "https://Push.Example.net:8443/p,https://push.example.net:8443",
        "https://push.example.net:443/p,https://push.example.net:443"
    })
    void theTokenIsForThePushServiceAndForHalfADay(String endpoint, String audience)
            throws Exception {
        Matcher parts = parts(endpoint);
        assertThat(json(parts.group(1)))
                .isEqualTo(new ObjectMapper().readTree("{\"typ\":\"JWT\",\"alg\":\"ES256\"}"));
        JsonNode claims = json(parts.group(2));
        assertThat(claims.path("aud").asText()).isEqualTo(audience);
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 43_200);
        assertThat(claims.path("sub").asText()).isEqualTo(SUBJECT);
        assertThat(parts.group(4)).isEqualTo(PUBLIC);
    }

    @Test
    void theSignatureIsOfTheKeyThatStandsBesideIt() throws Exception {
        // When
        Matcher parts = parts("https://push.example.net/p/1");
        // Then
        byte[] signature = bytes(parts.group(3));
        assertThat(signature).hasSize(64);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(P256.publicKey(bytes(parts.group(4))).orElseThrow());
        verifier.update(
                (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        PUBLIC + "," + PRIVATE + ",safe@example.org,SUBJECT",
        PUBLIC + "," + PRIVATE + ",http://localhost:8083,SUBJECT",
        PUBLIC + "," + PRIVATE + ",'mailto:a\"@example.org',SUBJECT",
        PUBLIC + ",'',mailto:safe@example.org,PRIVATE_KEY",
        PUBLIC + "," + PUBLIC + ",mailto:safe@example.org,PRIVATE_KEY",
        "''," + PRIVATE + ",mailto:safe@example.org,PUBLIC_KEY",
        PRIVATE + "," + PRIVATE + ",mailto:safe@example.org,PUBLIC_KEY",
        OTHER + "," + PRIVATE + ",mailto:safe@example.org,not of one pair"
    })
    void aWrongSettingShowsAtStart(
            String publicKey, String privateKey, String subject, String what) {
        assertThatThrownBy(() -> Vapid.of(publicKey, privateKey, subject))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(what);
    }

    private static Matcher parts(String endpoint) {
        Matcher parts =
                HEADER.matcher(
                        Vapid.of(PUBLIC, PRIVATE, SUBJECT)
                                .authorization(URI.create(endpoint), NOW));
        assertThat(parts.matches()).isTrue();
        return parts;
    }

    private static JsonNode json(String base64) throws Exception {
        return new ObjectMapper().readTree(bytes(base64));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
