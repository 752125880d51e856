package org.upstander.alert.application;

import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.TimelineEntry;

/**
 * What a policy would do about an incident that nobody acknowledges.
 *
 * @param pages in the order of their time
 */
public record Simulation(List<Page> pages) {

    public Simulation {
        pages = List.copyOf(pages);
    }

    /**
     * @param at when it fires
     * @param round from 1
     * @param step from 1; behind the last step stands the last resort
     * @param lastResort whether it is the last resort
     * @param because why it is due then
     * @param calls who is called
     * @param notice whether the attacked person gets the neutral notice
     * @param timeline what the incident would say of it, also of those who are not called
     */
    public record Page(
            Instant at,
            int round,
            int step,
            boolean lastResort,
            String because,
            List<Call> calls,
            boolean notice,
            List<TimelineEntry> timeline) {}

    /**
     * @param contactId who
     * @param channel how
     * @param at when, unless somebody acknowledged before
     */
    public record Call(String contactId, Channel channel, Instant at) {}
}
