package org.upstander.ingest.application.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Original;

/**
 * A request of a platform as it came, before anything of it is believed.
 *
 * @param headers by name in small letters
 * @param body the raw bytes: signatures are about these
 * @param at when it came
 */
public record Delivery(Map<String, String> headers, byte[] body, Instant at) {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    public Delivery {
        headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, second) -> first));
    }

    /**
     * @param name in small letters
     * @return null where there is none
     */
    public String header(String name) {
        return headers.get(name);
    }

    /** All of it, as evidence. */
    Original original() {
        return Original.received(body, Original.mediaType(header("content-type")));
    }

    /**
     * Whether it was signed more than five minutes before or after it came.
     *
     * @param seconds since 1970, as signed; what is no number is late
     */
    public boolean isLate(String seconds) {
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(signed, at).abs().compareTo(TOLERANCE) > 0;
        } catch (NumberFormatException | DateTimeException e) {
            return true;
        }
    }
}
