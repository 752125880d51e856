package org.upstander.alert.config;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineConfigTest {

    private static EngineConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(EngineConfig.class)
                .withConverter(Locale.class, 200, Locale::forLanguageTag)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(EngineConfig.class);
    }

    @Test
    void defaultsAreThePublishedOnes() {
        EngineConfig config = config(Map.of());

        assertThat(config.window()).isEqualTo(ofHours(24));
        assertThat(config.pageFromSeverity()).isEqualTo(1);
        assertThat(config.pagesAtOnce()).isEqualTo(64);
        assertThat(config.actedWithin()).isEqualTo(ofDays(14));
        assertThat(config.inboxRetention()).isEqualTo(ofDays(30));
        assertThat(config.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(config.delivery().lease()).isEqualTo(ofSeconds(60));
        assertThat(config.delivery().retryAfter())
                .containsExactly(
                        ofSeconds(5), ofSeconds(30), ofMinutes(2), ofMinutes(5), ofMinutes(10));
        assertThat(config.delivery().longestRetry()).isEqualTo(ofMinutes(15));
        assertThat(config.delivery().inFlight()).isEqualTo(256);
        assertThat(config.delivery().perAddress()).isEqualTo(8);
    }

    @Test
    void everyKeyIsRead() {
        EngineConfig config =
                config(
                        Map.of(
                                "upstander.alert.engine.window", "PT1H",
                                "upstander.alert.engine.page-from-severity", "2",
                                "upstander.alert.engine.pages-at-once", "3",
                                "upstander.alert.engine.inbox-retention", "P9D",
                                "upstander.alert.engine.locale", "de",
                                "upstander.alert.engine.delivery.lease", "PT20S",
                                "upstander.alert.engine.delivery.retry-after", "PT1S,PT2S",
                                "upstander.alert.engine.delivery.longest-retry", "PT1M",
                                "upstander.alert.engine.delivery.in-flight", "4",
                                "upstander.alert.engine.delivery.per-address", "1"));

        assertThat(config.window()).isEqualTo(ofHours(1));
        assertThat(config.pageFromSeverity()).isEqualTo(2);
        assertThat(config.pagesAtOnce()).isEqualTo(3);
        assertThat(config.inboxRetention()).isEqualTo(ofDays(9));
        assertThat(config.locale()).isEqualTo(Locale.GERMAN);
        assertThat(config.delivery().lease()).isEqualTo(ofSeconds(20));
        assertThat(config.delivery().retryAfter()).containsExactly(ofSeconds(1), ofSeconds(2));
        assertThat(config.delivery().longestRetry()).isEqualTo(ofMinutes(1));
        assertThat(config.delivery().inFlight()).isEqualTo(4);
        assertThat(config.delivery().perAddress()).isEqualTo(1);
    }
}
