package org.upstander.alert.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Schedule;

/**
 * The people behind the targets of a step at an instant.
 *
 * @param contacts ids, each once, in the order of the targets
 * @param nobody of each target that names nobody: why, as a sentence
 */
public record Recipients(List<String> contacts, List<String> nobody) {

    public Recipients {
        contacts = List.copyOf(contacts);
        nobody = List.copyOf(nobody);
    }

    /**
     * @param schedules by id: those of the targets that are known
     */
    public static Recipients of(
            List<Target> targets, StaffMember staff, Map<String, Schedule> schedules, Instant at) {
        Set<String> contacts = new LinkedHashSet<>();
        List<String> nobody = new ArrayList<>();
        for (Target target : targets) {
            if (target instanceof Target.NamedContact named) {
                contacts.add(named.contactId());
            } else if (target instanceof Target.OnCall onCall) {
                List<String> people =
                        Optional.ofNullable(schedules.get(onCall.scheduleId()))
                                .map(schedule -> schedule.onCall(at))
                                .orElse(List.of());
                contacts.addAll(people);
                if (people.isEmpty()) {
                    nobody.add(empty(onCall.scheduleId(), schedules));
                }
            } else if (staff.escalation().contactId() == null) {
                nobody.add("the attacked member of staff has no contact");
            } else {
                contacts.add(staff.escalation().contactId());
            }
        }
        return new Recipients(List.copyOf(contacts), nobody);
    }

    private static String empty(String id, Map<String, Schedule> schedules) {
        Schedule known = schedules.get(id);
        return known == null
                ? "the schedule " + id + " is not in the directory"
                : "nobody is on call in " + known.displayName();
    }
}
