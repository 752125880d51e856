package org.upstander.alert.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.spi.Converter;
import org.upstander.alert.domain.Throttle;

/** Reads limits such as {@code 1/PT1M,5/PT15M}, or {@code none}. */
public class ThrottleConverter implements Converter<Throttle> {

    private static final long serialVersionUID = 1L;

    @Override
    public Throttle convert(String value) {
        if ("none".equals(value.strip())) {
            return new Throttle(List.of());
        }
        return new Throttle(
                Arrays.stream(value.split(",", -1)).map(ThrottleConverter::limit).toList());
    }

    private static Throttle.Limit limit(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            Throttle.Limit limit =
                    new Throttle.Limit(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
            if (parts.length == 2
                    && limit.most() > 0
                    && limit.window().compareTo(Duration.ZERO) > 0) {
                return limit;
            }
        } catch (NumberFormatException
                | DateTimeParseException
                | ArrayIndexOutOfBoundsException e) {
            throw refused(text, e);
        }
        throw refused(text, null);
    }

    private static IllegalArgumentException refused(String text, RuntimeException cause) {
        return new IllegalArgumentException(
                "%s is no limit; write at least 1 in a time above 0, such as 5/PT15M, or none"
                        .formatted(text),
                cause);
    }
}
