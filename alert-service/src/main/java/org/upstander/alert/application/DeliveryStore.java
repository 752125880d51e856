package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Incident;

/** Messages on their way, as rows. Within the caller's transaction. */
public interface DeliveryStore {

    /**
     * To a contact; to the attacked member of staff; to a system that was triggered by a page, that
     * somebody is at it, that it is over, or that it goes on.
     */
    enum Kind {
        PAGE,
        NOTICE,
        ACKNOWLEDGE,
        RESOLVE,
        REFRESH
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
     * @param rule when a rule of the contact says so, or null
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
            String reason,
            Rule rule) {

        /** Of no rule. */
        public Job(
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
            this(
                    id,
                    kind,
                    incidentId,
                    pageId,
                    contactId,
                    method,
                    channel,
                    address,
                    step,
                    reason,
                    null);
        }

        /** The same, at once, as a call of a rule. */
        Job at(int place) {
            return new Job(
                    id,
                    kind,
                    incidentId,
                    pageId,
                    contactId,
                    method,
                    channel,
                    address,
                    step,
                    reason,
                    new Rule(place, Duration.ZERO));
        }

        /** Whether somebody counts as reached when it arrives; a page beside another does not. */
        boolean mayReach() {
            return kind == Kind.PAGE && channel.reaches();
        }

        /** Whether another call of a rule was to go before it. */
        boolean follows() {
            return rule != null && rule.place() > 0;
        }
    }

    /**
     * A call of a contact's rule. It is made whatever became of those before it, unless somebody
     * acknowledged.
     *
     * @param place in the rule, from 0
     * @param after how long after the page
     */
    record Rule(int place, Duration after) {}

    /**
     * What the other side keeps.
     *
     * @param key what it knows it by; null where it keeps nothing
     * @param severity with which it was sent; 0 for that of the incident
     */
    record Kept(String key, int severity) {

        static final Kept NOTHING = new Kept(null, 0);
    }

    /**
     * @param job what to deliver
     * @param attempt from 1
     * @param incident as it is now
     * @param leaseExpired whether an attempt before this one never said what became of it
     * @param late whether it had to wait, because its address had enough pages or for a minute and
     *     more because of us
     * @param kept what it is about there
     */
    record Claim(
            Job job,
            int attempt,
            Incident incident,
            boolean leaseExpired,
            boolean late,
            Kept kept) {

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

    /**
     * Adds jobs, due at once or when their rule says; one with a known id stays as it is. The
     * engine is woken.
     */
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
