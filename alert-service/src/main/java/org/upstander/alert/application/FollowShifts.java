package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.HandOver;
import org.upstander.alert.domain.schedule.LookAhead;
import org.upstander.alert.domain.schedule.Schedule;

/** Remembers whose shift ends when, of those who were called while they were on call. */
@ApplicationScoped
class FollowShifts {

    private final Directory directory;
    private final HandOverStore store;
    private final HandOverMarks marks;

    FollowShifts(Directory directory, HandOverStore store, HandOverMarks marks) {
        this.directory = directory;
        this.store = store;
        this.marks = marks;
    }

    /** A page that hands an incident over calls only whoever came on call. */
    Uni<List<PageStore.DuePage>> narrow(List<PageStore.DuePage> due, Instant now) {
        List<String> later =
                due.stream()
                        .filter(page -> page.position().run() > 0)
                        .map(PageStore.DuePage::id)
                        .toList();
        return later.isEmpty()
                ? Uni.createFrom().item(due)
                : marks.of(later)
                        .chain(
                                found ->
                                        found.isEmpty()
                                                ? Uni.createFrom().item(due)
                                                : narrow(due, found, now));
    }

    private Uni<List<PageStore.DuePage>> narrow(
            List<PageStore.DuePage> due, Map<String, HandOverMarks.Mark> found, Instant now) {
        return schedules(found.values().stream().map(HandOverMarks.Mark::scheduleId).toList())
                .map(
                        known ->
                                due.stream()
                                        .map(
                                                page ->
                                                        found.containsKey(page.id())
                                                                ? narrow(
                                                                        page,
                                                                        found.get(page.id()),
                                                                        known,
                                                                        now)
                                                                : page)
                                        .toList());
    }

    private static PageStore.DuePage narrow(
            PageStore.DuePage page,
            HandOverMarks.Mark mark,
            Map<String, Schedule> schedules,
            Instant now) {
        Schedule schedule = schedules.get(mark.scheduleId());
        return new PageStore.DuePage(
                page.id(),
                page.incident(),
                page.position(),
                page.reason(),
                page.policy()
                        .map(
                                policy ->
                                        HandOver.narrowed(
                                                policy,
                                                page.position().step(),
                                                mark.scheduleId(),
                                                schedule == null ? List.of() : schedule.onCall(now),
                                                mark.called())),
                page.alone(),
                page.lastRun());
    }

    /**
     * Plans the hand-overs of whoever is called.
     *
     * @param due the pages with the whole policy
     * @param fired what they came to
     */
    Uni<Void> plan(List<PageStore.DuePage> due, List<Fired> fired, Instant now) {
        Map<String, EscalationPolicy> policies = new HashMap<>();
        due.forEach(page -> page.policy().ifPresent(one -> policies.put(page.id(), one)));
        fired.forEach(one -> one.pin().ifPresent(pin -> policies.put(one.page().id(), pin)));
        Set<String> named = new TreeSet<>();
        fired.stream()
                .filter(one -> policies.containsKey(one.page().id()) && !one.jobs().isEmpty())
                .forEach(one -> named.addAll(policies.get(one.page().id()).schedules()));
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : schedules(named)
                        .map(schedules -> planned(fired, policies, schedules, now))
                        .chain(store::plan);
    }

    private static Collection<HandOverStore.Planned> planned(
            List<Fired> fired,
            Map<String, EscalationPolicy> policies,
            Map<String, Schedule> schedules,
            Instant now) {
        Map<List<String>, HandOverStore.Planned> planned = new HashMap<>();
        Map<List<String>, Instant> ends = new HashMap<>();
        for (Fired one : fired) {
            EscalationPolicy policy = policies.get(one.page().id());
            for (DeliveryStore.Job job : one.jobs()) {
                if (policy == null || job.contactId() == null) {
                    continue;
                }
                for (String id : policy.schedules()) {
                    Schedule schedule = schedules.get(id);
                    if (schedule == null || !schedule.onCall(now).contains(job.contactId())) {
                        continue;
                    }
                    Instant end =
                            ends.computeIfAbsent(
                                    List.of(id, job.contactId()),
                                    key -> LookAhead.endOfShift(schedule, job.contactId(), now));
                    planned.put(
                            List.of(job.incidentId(), id, job.contactId()),
                            new HandOverStore.Planned(
                                    new HandOverStore.OnShift(
                                            job.incidentId(),
                                            id,
                                            job.contactId(),
                                            step(policy, one.page().position(), id)),
                                    end));
                }
            }
        }
        return planned.values();
    }

    /** That of the page, where it calls the schedule, else the first that does. */
    private static int step(EscalationPolicy policy, Position position, String scheduleId) {
        Target target = new Target.OnCall(scheduleId);
        if (policy.targets(position).contains(target)) {
            return position.step();
        }
        int first = 0;
        while (!policy.steps().get(first).targets().contains(target)) {
            first++;
        }
        return first;
    }

    private Uni<Map<String, Schedule>> schedules(Collection<String> ids) {
        return Multi.createFrom()
                .iterable(Set.copyOf(ids))
                .onItem()
                .transformToUniAndConcatenate(directory::schedule)
                .collect()
                .asList()
                .map(
                        found ->
                                found.stream()
                                        .flatMap(one -> one.stream())
                                        .collect(Collectors.toMap(Schedule::id, one -> one)));
    }
}
