package org.upstander.alert.application.source;

import java.time.Duration;

/**
 * How often contacts are told of sources.
 *
 * @param pause between two things that a contact is told of a source; a minute to a day
 */
public record SourceNoticeSettings(Duration pause) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public SourceNoticeSettings {
        if (pause.compareTo(SHORTEST) < 0 || pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "UPSTANDER_SOURCE_NOTICES_PAUSE must be from PT1M to P1D");
        }
    }
}
