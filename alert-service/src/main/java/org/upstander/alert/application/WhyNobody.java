package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.Silence;

/** Why nobody is called about an incident now, and until when. Within the caller's transaction. */
@ApplicationScoped
class WhyNobody {

    private final HoldStore holds;
    private final ActiveSilences silences;
    private final NextSteps steps;

    WhyNobody(HoldStore holds, ActiveSilences silences, NextSteps steps) {
        this.holds = holds;
        this.silences = silences;
        this.steps = steps;
    }

    /** Of pages that were held back just now. */
    Uni<Escalation> held(List<PageStore.DuePage> pages, Instant now) {
        return holds.known(pages.stream().map(PageStore.DuePage::id).collect(Collectors.toSet()))
                .map(Map::values)
                .chain(
                        by ->
                                silences.at(now)
                                        .chain(
                                                active ->
                                                        steps.waits(pages.get(0).incident().id())
                                                                .map(
                                                                        waits ->
                                                                                held(
                                                                                        by.stream()
                                                                                                .findFirst(),
                                                                                        active,
                                                                                        until(
                                                                                                waits,
                                                                                                NextSteps
                                                                                                        .What
                                                                                                        .STEP)))));
    }

    private static Escalation held(
            Optional<HoldStore.By> by, List<Silence> active, Instant lookedAtAgain) {
        Optional<Silence> silence =
                active.stream()
                        .filter(one -> one.id().equals(by.map(HoldStore.By::silence).orElse(null)))
                        .findFirst();
        if (silence.isPresent()) {
            return Escalation.held(
                    silence.get().endsAt(),
                    "Silence %s holds the page back until %s"
                            .formatted(silence.get().id(), silence.get().endsAt()));
        }
        String incident = by.map(HoldStore.By::incident).orElse(null);
        return Escalation.waiting(
                lookedAtAgain,
                incident == null
                        ? "The page is held back; the timeline says by what"
                        : "Incident %s, a pile-on on the same person, is paged for instead"
                                .formatted(incident));
    }

    /** Of one that has no step to come, or is not open. */
    Uni<Escalation> of(Incident incident) {
        return steps.waits(incident.id()).map(waits -> of(incident, waits));
    }

    private static Escalation of(Incident incident, List<NextSteps.Wait> waits) {
        if (incident.isResolved()) {
            return Escalation.nobody("The incident is resolved");
        }
        if (incident.state() instanceof IncidentState.Acknowledged taken) {
            Instant until = until(waits, NextSteps.What.TIMER);
            return Escalation.waiting(
                    until,
                    until == null
                            ? "%s acknowledged it: nobody is called unless it gets worse"
                                    .formatted(taken.by())
                            : "%s acknowledged it: nobody is called before".formatted(taken.by()));
        }
        Instant message = until(waits, NextSteps.What.MESSAGE);
        if (message != null) {
            return Escalation.waiting(
                    message,
                    "Every step was called; a message waits, since its address had enough pages for now");
        }
        Instant repeat = until(waits, NextSteps.What.REPEAT);
        return repeat == null
                ? Escalation.nobody("Every step was called: nobody is left to call")
                : Escalation.waiting(repeat, "Every step was called; then the policy begins again");
    }

    private static Instant until(List<NextSteps.Wait> waits, NextSteps.What what) {
        return waits.stream()
                .filter(one -> one.what() == what)
                .map(NextSteps.Wait::until)
                .findFirst()
                .orElse(null);
    }
}
