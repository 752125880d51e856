package org.upstander.ingest.application.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.upstander.ingest.domain.Source;

/**
 * What is news of a source: that it became blind, and stayed so for a while; everything else at
 * once. Another cause while it is blind is none, since whoever was told knows that it is.
 *
 * @param blindFor how long it must have been blind
 */
public record TellRules(Duration blindFor) {

    /**
     * @param before what others know, or are about to
     * @param now rounded to what the database keeps
     */
    Optional<Told> news(Source source, Sight sight, Optional<Told> before, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        if (before.isPresent() && before.get().says(sight.state())) {
            return before.filter(told -> !told.names(source))
                    .map(told -> new Told(source, told.sight(), at));
        }
        if (sight.state() == Sight.State.BLIND) {
            return sight.becameBlind(source).plus(blindFor).isAfter(now)
                    ? Optional.empty()
                    : Optional.of(new Told(source, sight, at));
        }
        return Optional.of(new Told(source, new Sight(sight.state(), null, at), at));
    }
}
