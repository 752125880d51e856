package org.upstander.alert.application.source;

import org.upstander.alert.domain.SourceSight;

/** What was told of a source. */
public sealed interface SourceChange {

    String sourceId();

    /** How it is. */
    record Seen(SourceSight sight) implements SourceChange {

        @Override
        public String sourceId() {
            return sight.sourceId();
        }
    }

    /** Nobody watches it any more. */
    record Removed(String sourceId) implements SourceChange {}
}
