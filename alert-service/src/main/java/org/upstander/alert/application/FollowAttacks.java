package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.PageAgain;
import org.upstander.alert.domain.PageAgain.Decision;
import org.upstander.alert.domain.PagingRules;

/** Pages again about incidents that got worse, as {@link PageAgain} decides. */
@ApplicationScoped
class FollowAttacks {

    private final RunStore runs;
    private final PageStore pages;
    private final PageAnew pageAnew;

    FollowAttacks(RunStore runs, PageStore pages, PageAnew pageAnew) {
        this.runs = runs;
        this.pages = pages;
        this.pageAnew = pageAnew;
    }

    /**
     * One decision for each incident that was there before, by its id. The incidents are saved and
     * thereby locked.
     */
    Uni<Map<String, Decision>> decide(List<Grouping.Change> changes, Instant now) {
        List<Grouping.Change> extended = changes.stream().filter(one -> !one.opened()).toList();
        if (extended.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return runs.soFar(extended.stream().map(one -> one.incident().id()).toList())
                .map(
                        soFar -> {
                            Map<String, Decision> decisions = new HashMap<>();
                            for (Grouping.Change change : extended) {
                                String id = change.incident().id();
                                decisions.put(id, decide(change, soFar.get(id), now));
                            }
                            return decisions;
                        });
    }

    private static Decision decide(Grouping.Change change, RunStore.SoFar soFar, Instant now) {
        PagingRules rules =
                soFar.policy().map(EscalationPolicy::paging).orElse(PagingRules.DEFAULT);
        return PageAgain.decide(
                change.before(),
                change.incident(),
                new PageAgain.SoFar(soFar.lastPagedAt(), soFar.digests(), rules),
                now);
    }

    /** Does what was decided, within the same transaction. */
    Uni<Void> act(List<Grouping.Change> changes, Map<String, Decision> decisions, Instant now) {
        List<PageAnew.Cause> anew = new ArrayList<>();
        List<RunStore.Run> digests = new ArrayList<>();
        Map<String, String> hurries = new HashMap<>();
        for (Grouping.Change change : changes) {
            String id = change.incident().id();
            Decision decision = decisions.get(id);
            if (decision == null) {
                continue;
            }
            switch (decision.action()) {
                case ANEW ->
                        anew.add(
                                new PageAnew.Cause(
                                        change.incident(),
                                        0,
                                        RunStore.Cause.AGAIN,
                                        decision.reason()));
                case DIGEST ->
                        digests.add(
                                new RunStore.Run(
                                        id,
                                        0,
                                        decision.at(),
                                        decision.reason(),
                                        RunStore.Cause.DIGEST));
                case HURRY -> hurries.put(id, decision.reason());
                case NOTHING -> {}
            }
        }
        return pageAnew.page(anew, now)
                .chain(() -> runs.begin(digests))
                .chain(() -> hurry(hurries, now));
    }

    /**
     * The same for one incident that got others' posts.
     *
     * @param open whether one of the others called people still, and does no more
     * @return the incident as it is now: what was acknowledged may be open again
     */
    Uni<Incident> grew(Incident before, Incident after, boolean open, Instant now) {
        Grouping.Change change = new Grouping.Change(false, before, after, List.of(), Map.of());
        return decide(List.of(change), now)
                .map(decisions -> PageAgain.tookIn(decisions.get(after.id()), before, open, now))
                .call(decision -> act(List.of(change), Map.of(after.id(), decision), now))
                .map(
                        decision ->
                                decision.startsAnew() ? after.in(new IncidentState.Open()) : after);
    }

    private Uni<Void> hurry(Map<String, String> reasons, Instant now) {
        return Multi.createFrom()
                .iterable(reasons.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        one -> pages.bringForward(one.getKey(), now, one.getValue()))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
