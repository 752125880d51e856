package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** Turns the targets of a step into people: whoever is on call when the page fires. */
@ApplicationScoped
class OnCall {

    private final Directory directory;

    OnCall(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param contacts ids, each once, in the order of the targets
     * @param nobody of each target that names nobody: why, as a sentence
     */
    record People(List<String> contacts, List<String> nobody) {}

    /** Reads within the caller's transaction. */
    Uni<People> at(Instant at, StaffMember staff, List<Target> targets) {
        Set<String> contacts = new LinkedHashSet<>();
        Set<String> nobody = new LinkedHashSet<>();
        return Multi.createFrom()
                .iterable(targets)
                .onItem()
                .transformToUniAndConcatenate(target -> of(target, staff, at))
                .invoke(
                        people -> {
                            contacts.addAll(people.contacts());
                            nobody.addAll(people.nobody());
                        })
                .collect()
                .last()
                .map(done -> new People(List.copyOf(contacts), List.copyOf(nobody)));
    }

    private Uni<People> of(Target target, StaffMember staff, Instant at) {
        if (target instanceof Target.OnCall onCall) {
            return directory
                    .schedule(onCall.scheduleId())
                    .map(found -> of(onCall.scheduleId(), found, at));
        }
        return Uni.createFrom()
                .item(
                        target instanceof Target.NamedContact named
                                ? new People(List.of(named.contactId()), List.of())
                                : own(staff));
    }

    private static People own(StaffMember staff) {
        String id = staff.escalation().contactId();
        return id == null
                ? new People(List.of(), List.of("the attacked member of staff has no contact"))
                : new People(List.of(id), List.of());
    }

    private static People of(String id, Optional<Schedule> found, Instant at) {
        List<String> people = found.map(schedule -> schedule.onCall(at)).orElse(List.of());
        if (!people.isEmpty()) {
            return new People(people, List.of());
        }
        return new People(
                List.of(),
                List.of(
                        found.map(schedule -> "nobody is on call in " + schedule.displayName())
                                .orElse("the schedule " + id + " is not in the directory")));
    }
}
