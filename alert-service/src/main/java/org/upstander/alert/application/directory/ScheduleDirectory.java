package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.ShiftChanges;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.schedule.Schedule;

/** Who is on call when. A change counts at once for whoever was called in their shift. */
@Singleton
public class ScheduleDirectory extends Entries<ScheduleDraft, Schedule> {

    private static final int NAMED_USERS = 5;

    private final ScheduleRules rules;
    private final DirectoryStores stores;
    private final ShiftChanges shifts;
    private final Clock clock;

    ScheduleDirectory(
            Transactions transactions,
            DirectoryStores stores,
            ScheduleRules rules,
            ShiftChanges shifts,
            Clock clock) {
        super(transactions, stores.schedules(), clock);
        this.rules = rules;
        this.stores = stores;
        this.shifts = shifts;
        this.clock = clock;
    }

    @Override
    Optional<Schedule> check(ScheduleDraft draft, Optional<Schedule> known, Checks checks) {
        return rules.check(draft, checks);
    }

    @Override
    String idOf(Schedule value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<Schedule> entry) {
        return shifts.scheduleChanged(entry.value().id(), clock.instant());
    }

    @Override
    Uni<Void> removed(String id) {
        return shifts.scheduleChanged(id, clock.instant());
    }

    @Override
    Uni<List<Violation>> warnings(Schedule schedule) {
        List<Violation> out = new ArrayList<>();
        if (schedule.layers().isEmpty()) {
            out.add(
                    new Violation(
                            "/layers",
                            "outside overrides and temporary schedules nobody is on call; add a layer"));
        }
        return Sequence.of(
                        List.copyOf(schedule.contacts()),
                        id ->
                                Missing.of(stores.contacts(), id, "/layers", "contacts")
                                        .invoke(missing -> missing.ifPresent(out::add))
                                        .chain(
                                                () ->
                                                        GoneWarnings.of(
                                                                stores.contacts(), id, "/layers"))
                                        .invoke(out::addAll)
                                        .replaceWithVoid())
                .map(done -> List.copyOf(out));
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return stores.policies()
                .page("", Integer.MAX_VALUE)
                .map(
                        policies ->
                                policies.stream()
                                        .map(Stored::value)
                                        .filter(policy -> policy.schedules().contains(id))
                                        .limit(NAMED_USERS)
                                        .map(policy -> "policies/" + policy.id())
                                        .toList());
    }
}
