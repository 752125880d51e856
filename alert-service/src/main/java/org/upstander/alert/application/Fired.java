package org.upstander.alert.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.TimelineEntry;

/**
 * What firing a page comes to. Decided page by page and written for a whole round at once, so that
 * many incidents cost about as many statements as one.
 *
 * @param page which was due
 * @param told its story
 * @param jobs whom to call
 * @param next steps that follow
 * @param pin the policy, when the incident had none of its own yet
 * @param notBefore when the page is not due after all: when it will be
 */
record Fired(
        PageStore.DuePage page,
        List<TimelineEntry> told,
        List<DeliveryStore.Job> jobs,
        List<PageStore.NewPage> next,
        Optional<EscalationPolicy> pin,
        Optional<Instant> notBefore) {

    static Fired telling(PageStore.DuePage page, List<TimelineEntry> told) {
        return new Fired(page, told, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    static Fired later(PageStore.DuePage page, Instant due) {
        return new Fired(page, List.of(), List.of(), List.of(), Optional.empty(), Optional.of(due));
    }

    Fired pinned(EscalationPolicy policy) {
        return new Fired(page, told, jobs, next, Optional.of(policy), notBefore);
    }
}
