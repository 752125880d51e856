package org.upstander.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * @param header as it came, or null
     * @return how long to wait from now on, never less than nothing; empty where it says neither
     */
    public static Optional<Duration> read(String header, Instant now) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .flatMap(
                        value ->
                                value.matches("\\d{1,9}")
                                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                                        : until(value, now));
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant at =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
