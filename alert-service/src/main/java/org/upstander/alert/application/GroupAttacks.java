package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.StaffMember;

/** Finds the attacks that call somebody, and sorts them into incidents. */
@ApplicationScoped
class GroupAttacks {

    private final IncidentStore incidents;
    private final Directory directory;
    private final EngineSettings settings;

    GroupAttacks(IncidentStore incidents, Directory directory, EngineSettings settings) {
        this.incidents = incidents;
        this.directory = directory;
        this.settings = settings;
    }

    /** What became of incidents; they are saved and thereby locked. */
    Uni<List<Grouping.Change>> from(List<Assessment> assessments, Instant now) {
        return attacks(assessments)
                .chain(
                        attacks ->
                                attacks.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : group(attacks, now));
    }

    private Uni<List<Grouping.Change>> group(List<Assessment> attacks, Instant now) {
        return incidents
                .known(attacks, now.minus(settings.reopenWithin()))
                .map(known -> Grouping.group(known, attacks, now, settings.window()))
                .call(incidents::save);
    }

    private Uni<List<Assessment>> attacks(List<Assessment> assessments) {
        return Multi.createFrom()
                .iterable(assessments)
                .select()
                .when(this::calls)
                .collect()
                .asList();
    }

    /** One severity earlier on a junior. */
    private Uni<Boolean> calls(Assessment assessment) {
        int bar = settings.pageFromSeverity();
        if (assessment.pages(bar) || bar == 1 || !assessment.pages(bar - 1)) {
            return Uni.createFrom().item(assessment.pages(bar));
        }
        return directory
                .staff(assessment.staffId())
                .map(staff -> staff.filter(StaffMember::junior).isPresent());
    }
}
