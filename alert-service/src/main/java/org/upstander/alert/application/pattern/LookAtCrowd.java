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
    private final Alarms alarms;
    private final PatternSettings settings;

    LookAtCrowd(PatternHistory history, Alarms alarms, PatternSettings settings) {
        this.history = history;
        this.alarms = alarms;
        this.settings = settings;
    }

    Uni<Void> now(Pair everybody, Instant now) {
        return history.ofEverybody(everybody.staffId(), now.minus(settings.horizon()), MOST)
                .chain(past -> alarms.raise(Brewing.ofCrowd(settings.crowdBrewing()), past, now));
    }
}
