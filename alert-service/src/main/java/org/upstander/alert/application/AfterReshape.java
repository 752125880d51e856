package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Acknowledgement;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PagingRules;

/** Who is called about incidents that were put together or taken apart. */
@ApplicationScoped
class AfterReshape {

    private final HeldIncidents holds;
    private final FollowAttacks followAttacks;
    private final PageStore pages;
    private final AcknowledgementStore acknowledgements;
    private final TimerStore timers;
    private final IncidentPolicy policies;

    AfterReshape(
            HeldIncidents holds,
            FollowAttacks followAttacks,
            PageStore pages,
            AcknowledgementStore acknowledgements,
            TimerStore timers,
            IncidentPolicy policies) {
        this.holds = holds;
        this.followAttacks = followAttacks;
        this.pages = pages;
        this.acknowledgements = acknowledgements;
        this.timers = timers;
        this.policies = policies;
    }

    /** Before one of two is closed: who is to be heard from still is, with the other one. */
    Uni<Void> merging(String from, String into) {
        return timers.move(from, into, TimerStore.Kind.CHECK_IN);
    }

    /**
     * One that got worse by what it took pages again; what held its page may hold it no more.
     *
     * @param open whether what it took called people still, and nobody saw that it was taken
     * @return the incident as it is now
     */
    Uni<Incident> grown(Incident before, Incident after, boolean open, Instant now) {
        return holds.incidentsChanged(List.of(after.id()), now)
                .chain(() -> followAttacks.grew(before, after, open, now));
    }

    /** An open part calls people; of an acknowledged one whoever took it apart has seen it. */
    Uni<Void> split(Incident from, Incident part, String by, Instant now) {
        if (part.isOpen()) {
            return pages.schedule(
                    List.of(
                            new PageStore.NewPage(
                                    part.id(),
                                    Position.FIRST,
                                    now,
                                    "Split out of another incident")));
        }
        return acknowledgements
                .add(part.id(), new Acknowledgement(now, by, Acknowledgement.Kind.SEEN))
                .chain(() -> policies.rulesOf(from))
                .chain(rules -> expire(part, rules, by, now));
    }

    private Uni<Void> expire(Incident part, PagingRules rules, String by, Instant now) {
        return rules.expiryAt(part.severity())
                .map(
                        expiry ->
                                timers.set(
                                        part.id(),
                                        TimerStore.Kind.ACKNOWLEDGEMENT,
                                        now.plus(expiry),
                                        "%s has seen it, and nobody called since".formatted(by)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
