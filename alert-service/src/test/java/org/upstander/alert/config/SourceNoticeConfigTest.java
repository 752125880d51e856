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
import org.upstander.alert.application.source.SourceNoticeSettings;

class SourceNoticeConfigTest {

    @Test
    void nobodyIsToldMoreOftenThanOnceAnHourUnlessSaidOtherwise() {
        assertThat(from(Map.of()).pause()).isEqualTo(Duration.ofHours(1));
        assertThat(from(Map.of("upstander.source-notices.pause", "PT15M")).pause())
                .isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "P1DT1S", "PT0S"})
    void thePauseIsFromAMinuteToADay(String pause) {
        assertThatThrownBy(() -> new SourceNoticeSettings(Duration.parse(pause)))
                .hasMessageContaining("UPSTANDER_SOURCE_NOTICES_PAUSE", "PT1M to P1D");
    }

    private static SourceNoticeConfig from(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(SourceNoticeConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(SourceNoticeConfig.class);
    }
}
