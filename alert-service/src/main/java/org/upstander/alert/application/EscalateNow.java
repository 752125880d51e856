package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.upstander.alert.domain.Incident;

/**
 * Somebody cannot help, or not alone: the next step is called at once, whatever it would have
 * waited for. A silence holds it all the same.
 */
@ApplicationScoped
public class EscalateNow {

    private final Transactions transactions;
    private final ChangeState states;
    private final NextSteps steps;
    private final CallNow callNow;
    private final WhyNobody whyNobody;
    private final Clock clock;

    EscalateNow(
            Transactions transactions,
            ChangeState states,
            NextSteps steps,
            CallNow callNow,
            WhyNobody whyNobody,
            Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.steps = steps;
        this.callNow = callNow;
        this.whyNobody = whyNobody;
        this.clock = clock;
    }

    /**
     * Calls the next step of an open incident at once. Where no step is left, or the incident is
     * acknowledged or resolved, nothing happens.
     *
     * @param reason a sentence for the timeline
     * @return {@link Transition.Escalated} with what came of it, or that there is no such incident
     */
    public Uni<Transition> escalate(String incidentId, String reason) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        (incident.isOpen()
                                                        ? escalate(incident, reason, now)
                                                        : whyNobody.of(incident))
                                                .map(
                                                        done ->
                                                                new Transition.Escalated(
                                                                        incident, done))));
    }

    private Uni<Escalation> escalate(Incident incident, String reason, Instant now) {
        return steps.take(incident, now, "Somebody escalated")
                .chain(
                        due ->
                                due.isEmpty()
                                        ? whyNobody.of(incident)
                                        : callNow.call(incident, due, reason, now));
    }
}
