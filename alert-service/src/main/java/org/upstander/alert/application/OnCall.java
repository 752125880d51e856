package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Recipients;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** Turns the targets of a step into people: whoever is on call when the page fires. */
@ApplicationScoped
public class OnCall {

    private final Directory directory;

    OnCall(Directory directory) {
        this.directory = directory;
    }

    /** Reads within the caller's transaction. */
    public Uni<Recipients> at(Instant at, StaffMember staff, List<Target> targets) {
        Map<String, Schedule> schedules = new HashMap<>();
        return Multi.createFrom()
                .iterable(targets)
                .filter(Target.OnCall.class::isInstance)
                .map(target -> ((Target.OnCall) target).scheduleId())
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                directory
                                        .schedule(id)
                                        .invoke(
                                                found ->
                                                        found.ifPresent(
                                                                one -> schedules.put(id, one))))
                .collect()
                .last()
                .map(done -> Recipients.of(targets, staff, schedules, at));
    }
}
