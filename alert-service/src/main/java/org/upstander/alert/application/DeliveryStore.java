package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Incident;

/** Messages on their way, as rows. Within the caller's transaction. */
public interface DeliveryStore {

    /**
     * To a contact; to the attacked member of staff; to a system that was triggered by a page, that
     * somebody is at it or that it is over.
     */
    enum Kind {
        PAGE,
        NOTICE,
        ACKNOWLEDGE,
        RESOLVE
    }

    /**
     * @param id idempotency key
     * @param kind to whom
     * @param incidentId about which incident
     * @param pageId of the page, null for a notice
     * @param contactId who is called, null for a notice
     * @param method place among the contact's methods
     * @param channel how
     * @param address where
     * @param step 1 for the first step of the policy
     * @param reason why, one sentence
     */
    record Job(
            String id,
            Kind kind,
            String incidentId,
            String pageId,
            String contactId,
            int method,
            Channel channel,
            String address,
            int step,
            String reason) {

        /** Whether somebody counts as reached when it arrives; a page beside another does not. */
        boolean mayReach() {
            return kind == Kind.PAGE && channel.reaches();
        }
    }

    /**
     * @param job what to deliver
     * @param attempt from 1
     * @param incident as it is now
     * @param leaseExpired whether an attempt before this one never said what became of it
     * @param late whether it had to wait, because its address had enough pages or for a minute and
     *     more because of us
     */
    record Claim(Job job, int attempt, Incident incident, boolean leaseExpired, boolean late) {

        /** Whether it was decided a while ago. */
        boolean waited() {
            return late || attempt > 1;
        }
    }

    /**
     * @param limit jobs at most
     * @param perAddress jobs at most for one address
     * @param busy addresses that have enough to do
     */
    record Room(int limit, int perAddress, Collection<String> busy) {}

    /** Adds jobs, due at once; one with a known id stays as it is. The engine is woken. */
    Uni<Void> add(List<Job> jobs, Instant now);

    /**
     * Takes due jobs that nobody else has in hand, longest due first, and those whose lease is
     * over. A page for an incident that is no longer open is never taken. Of one address, and in
     * the answer, the first page of an incident goes before one that only reminds, and graver
     * before lighter.
     *
     * @param inHand ids that this instance has in hand, whatever their lease says
     */
    Uni<List<Claim>> claimDue(
            Instant now, Instant leaseUntil, Room room, Collection<String> inHand);

    /** Cancels what waits for an incident. */
    Uni<Void> cancelWaiting(String incidentId);
}
