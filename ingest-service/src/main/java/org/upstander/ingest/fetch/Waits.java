package org.upstander.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer wants us to wait (RFC 9110, RFC 9111). */
final class Waits {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private Waits() {}

    /**
     * @param cacheControl the header, or null
     */
    static Duration maxAge(String cacheControl) {
        Matcher found = cacheControl == null ? null : MAX_AGE.matcher(cacheControl);
        return found != null && found.find()
                ? Duration.ofSeconds(Long.parseLong(found.group(1)))
                : Duration.ZERO;
    }

    /**
     * @param retryAfter the header, seconds or a date; or null
     */
    static Optional<Duration> retryAfter(String retryAfter, Instant now) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        String value = retryAfter.strip();
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant at =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, at)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
