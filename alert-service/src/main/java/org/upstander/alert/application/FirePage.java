package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Calls the people of one step and schedules the next; at once where this one reaches nobody. */
@ApplicationScoped
class FirePage {

    private final PageStore pages;
    private final Directory directory;
    private final CallContacts callContacts;
    private final Timeline timeline;
    private final AlertMetrics metrics;

    FirePage(
            PageStore pages,
            Directory directory,
            CallContacts callContacts,
            Timeline timeline,
            AlertMetrics metrics) {
        this.pages = pages;
        this.directory = directory;
        this.callContacts = callContacts;
        this.timeline = timeline;
        this.metrics = metrics;
    }

    Uni<Void> fire(PageStore.DuePage page, Instant now) {
        return directory
                .staff(page.incident().staffId())
                .chain(
                        staff ->
                                staff.map(known -> fireFor(known, page, now))
                                        .orElseGet(() -> nobodyToProtect(page, now)));
    }

    private Uni<Void> fireFor(StaffMember staff, PageStore.DuePage page, Instant now) {
        return policyOf(staff, page)
                .chain(
                        policy -> {
                            Instant due =
                                    page.incident().openedAt().plus(policy.steps().get(0).after());
                            return page.position().equals(Position.FIRST) && due.isAfter(now)
                                    ? pages.putBack(page, due)
                                    : step(staff, policy, page, now);
                        });
    }

    /** An incident keeps the policy of its first page, whatever is edited meanwhile. */
    private Uni<EscalationPolicy> policyOf(StaffMember staff, PageStore.DuePage page) {
        return page.policy()
                .map(pinned -> Uni.createFrom().item(pinned))
                .orElseGet(
                        () ->
                                directory
                                        .policyFor(staff)
                                        .call(policy -> pages.pin(page.incident().id(), policy)));
    }

    private Uni<Void> step(
            StaffMember staff, EscalationPolicy policy, PageStore.DuePage page, Instant now) {
        return callContacts
                .call(staff, policy.targets(page.position()), page, now)
                .chain(called -> follow(policy, page, called, now));
    }

    private Uni<Void> follow(
            EscalationPolicy policy, PageStore.DuePage page, int called, Instant now) {
        Optional<EscalationPolicy.Next> next = policy.after(page.position());
        if (called == 0) {
            metrics.nobodyCalled();
        }
        if (next.isEmpty()) {
            return called > 0
                    ? Uni.createFrom().voidItem()
                    : tell(page, now, "Nobody is left to call: the escalation is over");
        }
        Instant due = called == 0 ? now : now.plus(next.get().delay());
        String reason =
                called == 0
                        ? "The step before reached nobody"
                        : "Nobody acknowledged within " + next.get().delay().toSeconds() + " s";
        return pages.schedule(
                List.of(
                        new PageStore.NewPage(
                                page.incident().id(), next.get().position(), due, reason)));
    }

    private Uni<Void> nobodyToProtect(PageStore.DuePage page, Instant now) {
        metrics.nobodyCalled();
        return tell(page, now, "The attacked member of staff is no longer in the directory");
    }

    private Uni<Void> tell(PageStore.DuePage page, Instant now, String reason) {
        return timeline.add(
                List.of(new TimelineEntry(page.incident().id(), now, What.NOT_PAGED, reason)));
    }
}
