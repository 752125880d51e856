package org.upstander.alert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.DigestSettings;

/** Defaults of digests and of Web Push, and every key mapped. */
class BesideConfigTest {

    @Test
    void aDigestGoesOutAfterAnHourUnlessSaidOtherwise() {
        assertThat(from(DigestConfig.class, Map.of()).interval()).isEqualTo(Duration.ofHours(1));
        assertThat(
                        from(DigestConfig.class, Map.of("upstander.digest.interval", "PT15M"))
                                .interval())
                .isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "P7DT1S", "PT0S"})
    void anIntervalIsFromAMinuteToAWeek(String interval) {
        assertThatThrownBy(() -> new DigestSettings(Duration.parse(interval)))
                .hasMessageContaining("UPSTANDER_DIGEST_INTERVAL", "PT1M to P7D");
    }

    @Test
    void webPushHasNoKeysUnlessSaidOtherwise() {
        WebPushConfig none = from(WebPushConfig.class, Map.of());
        assertThat(none.publicKey()).isEmpty();
        assertThat(none.privateKey()).isEmpty();
        assertThat(none.subject()).isEmpty();
        WebPushConfig all =
                from(
                        WebPushConfig.class,
                        Map.of(
                                "upstander.webpush.public-key", "p",
                                "upstander.webpush.private-key", "s",
                                "upstander.webpush.subject", "mailto:safe@example.org"));
        assertThat(all.publicKey()).contains("p");
        assertThat(all.privateKey()).contains("s");
        assertThat(all.subject()).contains("mailto:safe@example.org");
    }

    private static <T> T from(Class<T> type, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(type)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(type);
    }
}
