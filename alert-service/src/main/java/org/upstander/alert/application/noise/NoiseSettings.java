package org.upstander.alert.application.noise;

import java.time.Duration;
import org.upstander.alert.domain.noise.ControlChart;

/**
 * When the share of attacks is looked at, and by what it is judged.
 *
 * @param window what is judged, an hour to a week
 * @param baselineDays what is usual: so many days before, 7 to 90
 * @param chart how it is judged
 * @param lookAfter from an attack until it is looked, a second to an hour
 * @param calmAfter so long within its limits ends it, an hour to a week
 */
public record NoiseSettings(
        Duration window,
        int baselineDays,
        ControlChart chart,
        Duration lookAfter,
        Duration calmAfter) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    public NoiseSettings {
        within("WINDOW", window, HOUR, WEEK);
        within("LOOK_AFTER", lookAfter, SECOND, HOUR);
        within("CALM_AFTER", calmAfter, HOUR, WEEK);
        if (baselineDays < 7 || baselineDays > 90) {
            throw new IllegalArgumentException(
                    "UPSTANDER_NOISE_FLOOR_BASELINE_DAYS must be from 7 to 90");
        }
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "UPSTANDER_NOISE_FLOOR_%s must be from %s to %s".formatted(name, least, most));
        }
    }
}
