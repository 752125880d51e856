package org.upstander.alert.kafka;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.upstander.alert.application.source.SourceChange;
import org.upstander.alert.domain.SourceSight;
import org.upstander.contracts.v1.SourceEvent;

/** From the contract to the domain; what breaks the schema is refused, a new word is not. */
final class SourceMapper {

    // It shows in the log.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private SourceMapper() {}

    static SourceChange toDomain(SourceEvent event) {
        SourceChange.Removed known = removed(event.sourceId());
        require(filled(event.displayName()), "displayName");
        require(filled(event.platform()), "platform");
        require(event.state() != null, "state");
        require(event.since() != null, "since");
        require(event.at() != null, "at");
        SourceSight.State state =
                Arrays.stream(SourceSight.State.values())
                        .filter(one -> one.wireName().equals(event.state()))
                        .findFirst()
                        .orElse(SourceSight.State.OTHER);
        // As the database keeps them.
        return new SourceChange.Seen(
                new SourceSight(
                        known.sourceId(),
                        event.displayName(),
                        event.platform(),
                        state,
                        state == SourceSight.State.BLIND ? cause(event.cause()) : null,
                        event.since().truncatedTo(ChronoUnit.MICROS),
                        event.at().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * @param key of the record that has no value
     */
    static SourceChange.Removed removed(String key) {
        require(key != null && ID.matcher(key).matches(), "sourceId");
        return new SourceChange.Removed(key);
    }

    private static SourceSight.Cause cause(String word) {
        return Arrays.stream(SourceSight.Cause.values())
                .filter(one -> one.wireName().equals(word))
                .findFirst()
                .orElse(SourceSight.Cause.OTHER);
    }

    private static boolean filled(String text) {
        return text != null && !text.isEmpty();
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidEvent(field);
        }
    }
}
