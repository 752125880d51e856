package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.StaffMember;

/** Measures how much a member of staff had to bear lately. */
@Singleton
class MeasureDose {

    private final MentionReader mentions;
    private final Dose.Budget budget;
    private final Clock clock;

    MeasureDose(MentionReader mentions, Dose.Budget budget, Clock clock) {
        this.mentions = mentions;
        this.budget = budget;
        this.clock = clock;
    }

    Uni<Dose> of(StaffMember member) {
        Instant now = clock.instant();
        return mentions.attackHours(member.id(), now.minus(Dose.LOOKED_AT))
                .map(hours -> Dose.of(hours, member.timeZone(), now, budget));
    }
}
