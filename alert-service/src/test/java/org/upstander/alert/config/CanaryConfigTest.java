package org.upstander.alert.config;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.canary.CanarySettings;

class CanaryConfigTest {

    private static CanarySettings settings(Map<String, String> values) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(CanaryConfig.class)
                        .withMapping(HeartbeatConfig.class)
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build();
        return new CanaryBeans()
                .canary(
                        config.getConfigMapping(CanaryConfig.class),
                        config.getConfigMapping(HeartbeatConfig.class));
    }

    @Test
    void defaultsAreThePublishedOnes() {
        assertThat(settings(Map.of()))
                .isEqualTo(new CanarySettings(false, ofMinutes(1), ofMinutes(3), Optional.empty()));
    }

    @Test
    void everyKeyIsRead() {
        CanarySettings settings =
                settings(
                        Map.of(
                                "upstander.canary.ingest-url", "http://ingest.example.org:8081",
                                "upstander.canary.every", "PT5S",
                                "upstander.canary.young-within", "PT20S",
                                "upstander.heartbeat.url", "https://hc.example.org/ping/x"));

        assertThat(settings)
                .isEqualTo(
                        new CanarySettings(
                                true,
                                ofSeconds(5),
                                ofSeconds(20),
                                Optional.of("https://hc.example.org/ping/x")));
        assertThat(settings.toString()).doesNotContain("hc.example.org");
    }

    @Test
    void aRhythmThatCannotBeKeptIsRefusedWithTheFix() {
        assertThatThrownBy(() -> settings(Map.of("upstander.canary.every", "PT0S")))
                .hasMessageContaining("UPSTANDER_CANARY_EVERY")
                .hasMessageContaining("PT1S");
        assertThatThrownBy(() -> settings(Map.of("upstander.canary.young-within", "PT60S")))
                .hasMessageContaining("UPSTANDER_CANARY_YOUNG_WITHIN");
    }
}
