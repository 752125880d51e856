package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Calls the people of one step and schedules the next; at once where this one reaches nobody. */
@ApplicationScoped
class FirePage {

    private final Directory directory;
    private final CallContacts callContacts;
    private final CallMetrics metrics;

    FirePage(Directory directory, CallContacts callContacts, CallMetrics metrics) {
        this.directory = directory;
        this.callContacts = callContacts;
        this.metrics = metrics;
    }

    /**
     * What pages of one round have in common, so that it is looked up once.
     *
     * @param moderators who acted against authors, by incident
     * @param policies found so far, by what staff name, which may be null
     */
    private record Round(
            Map<String, Set<String>> moderators,
            Map<String, EscalationPolicy> policies,
            Instant now,
            boolean atOnce) {}

    /** One decision for each page. Reads within the caller's transaction, writes nothing. */
    Uni<List<Fired>> decide(List<PageStore.DuePage> due, Instant now) {
        return decide(due, now, false);
    }

    /** The same for somebody who does not wait: the first page waits for no more attacks. */
    Uni<List<Fired>> decideAtOnce(List<PageStore.DuePage> due, Instant now) {
        return decide(due, now, true);
    }

    private Uni<List<Fired>> decide(List<PageStore.DuePage> due, Instant now, boolean atOnce) {
        return directory
                .preload(due.stream().map(page -> page.incident().staffId()).toList())
                .chain(() -> callContacts.moderators(due))
                .map(moderators -> new Round(moderators, new HashMap<>(), now, atOnce))
                .chain(
                        round ->
                                Multi.createFrom()
                                        .iterable(due)
                                        .onItem()
                                        .transformToUniAndConcatenate(page -> decide(page, round))
                                        .collect()
                                        .asList());
    }

    private Uni<Fired> decide(PageStore.DuePage page, Round round) {
        return directory
                .staff(page.incident().staffId())
                .chain(
                        staff ->
                                staff.map(known -> decideFor(known, page, round))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(
                                                                        nobodyToProtect(
                                                                                page,
                                                                                round.now()))));
    }

    /** An incident keeps the policy of its first page, whatever is edited meanwhile. */
    private Uni<Fired> decideFor(StaffMember staff, PageStore.DuePage page, Round round) {
        if (page.policy().isPresent()) {
            return decideBy(page.policy().get(), staff, page, round);
        }
        return policyFor(staff, round)
                .chain(
                        policy ->
                                decideBy(policy, staff, page, round)
                                        .map(fired -> fired.pinned(policy)));
    }

    private Uni<EscalationPolicy> policyFor(StaffMember staff, Round round) {
        String named = staff.escalation().policyId();
        EscalationPolicy known = round.policies().get(named);
        return known != null
                ? Uni.createFrom().item(known)
                : directory.policyFor(staff).invoke(policy -> round.policies().put(named, policy));
    }

    private Uni<Fired> decideBy(
            EscalationPolicy policy, StaffMember staff, PageStore.DuePage page, Round round) {
        Instant due =
                page.incident()
                        .openedAt()
                        .plus(policy.steps().get(0).after())
                        .plus(policy.paging().waitAt(staff.weight(page.incident().severity())));
        if (!round.atOnce() && page.position().equals(Position.FIRST) && due.isAfter(round.now())) {
            return Uni.createFrom().item(Fired.later(page, due));
        }
        Set<String> moderators = round.moderators().getOrDefault(page.incident().id(), Set.of());
        return callContacts
                .decide(policy, staff, page, moderators, round.now())
                .map(calls -> follow(policy, page, calls, round.now()));
    }

    private Fired follow(
            EscalationPolicy policy,
            PageStore.DuePage page,
            CallContacts.Calls calls,
            Instant now) {
        Optional<EscalationPolicy.Next> next =
                page.alone() ? Optional.empty() : policy.after(page.position());
        // Who is called beside a step stands in for nobody: the next one comes at once all the
        // same.
        boolean reachedNobody = calls.own() == 0;
        List<TimelineEntry> told = new ArrayList<>(calls.told());
        List<PageStore.NewPage> pages = List.of();
        if (calls.called() == 0) {
            metrics.nobodyCalled();
        }
        if (next.isPresent()) {
            pages = List.of(newPage(page, next.get(), reachedNobody, now));
        } else if (!page.alone() && policy.paging().repeat() != null) {
            pages = List.of(nextRun(page, policy.paging().repeat(), now));
        } else if (calls.called() == 0 && !page.alone()) {
            told.add(notPaged(page, now, "Nobody is left to call: the escalation is over"));
        }
        return new Fired(page, told, calls.jobs(), pages, Optional.empty(), Optional.empty());
    }

    private static PageStore.NewPage newPage(
            PageStore.DuePage page,
            EscalationPolicy.Next next,
            boolean reachedNobody,
            Instant now) {
        return new PageStore.NewPage(
                page.incident().id(),
                next.position(),
                reachedNobody ? now : now.plus(next.delay()),
                reachedNobody
                        ? "The step before reached nobody"
                        : "Nobody acknowledged within " + next.delay().toSeconds() + " s");
    }

    private static PageStore.NewPage nextRun(PageStore.DuePage page, Duration pause, Instant now) {
        return new PageStore.NewPage(
                page.incident().id(),
                new Position(page.lastRun() + 1, 0, 0),
                now.plus(pause),
                "Nobody acknowledged: the policy begins again after %d s"
                        .formatted(pause.toSeconds()));
    }

    private Fired nobodyToProtect(PageStore.DuePage page, Instant now) {
        metrics.nobodyCalled();
        return Fired.telling(
                page,
                List.of(
                        notPaged(
                                page,
                                now,
                                "The attacked member of staff is no longer in the directory")));
    }

    private static TimelineEntry notPaged(PageStore.DuePage page, Instant now, String reason) {
        return new TimelineEntry(page.incident().id(), now, What.NOT_PAGED, reason);
    }
}
