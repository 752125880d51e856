package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.upstander.alert.domain.pattern.Brewing;
import org.upstander.alert.domain.pattern.PatternSettings;

/** Whether something brews among all who write about one person. */
@ApplicationScoped
class LookAtCrowd {

    private static final int MOST = 1_000;

    private final PatternHistory history;
    private final Encounters encounters;
    private final Alarms alarms;
    private final PatternSettings settings;

    LookAtCrowd(
            PatternHistory history,
            Encounters encounters,
            Alarms alarms,
            PatternSettings settings) {
        this.history = history;
        this.encounters = encounters;
        this.alarms = alarms;
        this.settings = settings;
    }

    Uni<Void> now(Pair everybody, Instant now) {
        return history.ofEverybody(everybody.staffId(), now.minus(settings.horizon()), MOST)
                .chain(past -> raise(everybody, past, now));
    }

    private Uni<Void> raise(Pair everybody, PatternHistory.Past past, Instant now) {
        return encounters
                .bar(everybody)
                .map(bar -> Brewing.ofCrowd(settings.crowdBrewing().at(bar)))
                .chain(brewing -> alarms.raise(brewing, past, MOST, now));
    }
}
