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
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.noise.NoiseSettings;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.noise.ControlChart;

class NoiseFloorConfigTest {

    private final NoiseFloorBeans beans = new NoiseFloorBeans();

    @Test
    void defaultsAreThePublishedOnes() {
        assertThat(beans.noise(noise(Map.of())))
                .isEqualTo(
                        new NoiseSettings(
                                Duration.ofDays(1),
                                28,
                                ControlChart.USUAL,
                                Duration.ofMinutes(5),
                                Duration.ofDays(1)));
        assertThat(beans.dose(dose(Map.of()))).isEqualTo(new Dose.Budget(50, 3, 5));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        beans.noise(
                                noise(
                                        Map.of(
                                                "upstander.noise-floor.window", "PT12H",
                                                "upstander.noise-floor.baseline-days", "14",
                                                "upstander.noise-floor.least-baseline", "50",
                                                "upstander.noise-floor.least-mentions", "10",
                                                "upstander.noise-floor.least-attacks", "2",
                                                "upstander.noise-floor.look-after", "PT1M",
                                                "upstander.noise-floor.calm-after", "PT6H"))))
                .isEqualTo(
                        new NoiseSettings(
                                Duration.ofHours(12),
                                14,
                                new ControlChart(50, 10, 2),
                                Duration.ofMinutes(1),
                                Duration.ofHours(6)));
        assertThat(
                        beans.dose(
                                dose(
                                        Map.of(
                                                "upstander.alert.dose.attacks", "7",
                                                "upstander.alert.dose.nights", "1",
                                                "upstander.alert.dose.consecutive-days", "2"))))
                .isEqualTo(new Dose.Budget(7, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "window, PT59M, WINDOW must be from PT1H to PT168H",
        "window, P8D, WINDOW must be from PT1H to PT168H",
        "look-after, PT0S, LOOK_AFTER must be from PT1S to PT1H",
        "calm-after, P8D, CALM_AFTER must be from PT1H to PT168H",
        "baseline-days, 6, BASELINE_DAYS must be from 7 to 90",
        "baseline-days, 91, BASELINE_DAYS must be from 7 to 90",
        "least-attacks, 0, each is at least 1"
    })
    void whatMakesNoSenseIsRefused(String key, String value, String detail) {
        NoiseFloorConfig config = noise(Map.of("upstander.noise-floor." + key, value));

        assertThatThrownBy(() -> beans.noise(config)).hasMessageContaining(detail);
    }

    private static NoiseFloorConfig noise(Map<String, String> values) {
        return from(NoiseFloorConfig.class, values);
    }

    private static DoseConfig dose(Map<String, String> values) {
        return from(DoseConfig.class, values);
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
