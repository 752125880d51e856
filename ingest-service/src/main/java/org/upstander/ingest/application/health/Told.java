package org.upstander.ingest.application.health;

import java.time.Instant;
import org.upstander.ingest.domain.Source;

/**
 * What others are told of a source.
 *
 * @param platform the {@code source} of its posts
 * @param sight with its {@code since}, whatever it is; null where the source is gone
 * @param at when that was found
 */
public record Told(String sourceId, String displayName, String platform, Sight sight, Instant at) {

    Told(Source source, Sight sight, Instant at) {
        this(source.id(), source.displayName(), source.platform(), sight, at);
    }

    boolean says(Sight.State state) {
        return sight != null && sight.state() == state;
    }

    boolean names(Source source) {
        return displayName.equals(source.displayName()) && platform.equals(source.platform());
    }
}
