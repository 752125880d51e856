package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Channel;

/**
 * When addresses were paged, and pages that wait until they may be. In the caller's transaction.
 */
public interface ThrottleStore {

    /** One phone, mailbox or chat, whoever has it. */
    record Line(Channel channel, String address) {

        static Line of(DeliveryStore.Job job) {
            return new Line(job.channel(), job.address());
        }
    }

    /**
     * When pages went out that arrived, or may yet. Nobody else asks for the same lines until the
     * end of the transaction.
     *
     * @param since how far back to look, by line
     * @param except ids of deliveries that do not count
     */
    Uni<Map<Line, List<Instant>>> sent(Map<Line, Instant> since, Collection<String> except);

    /** Claimed deliveries that are not sent now after all. */
    Uni<Void> notSent(Collection<String> ids);

    /**
     * Puts a claimed delivery that was not sent back; the attempt counts for nothing.
     *
     * @return whether it waits for the first time; false also where it is no longer ours or its
     *     incident is no longer open
     */
    Uni<Boolean> hold(DeliveryStore.Claim claim, Instant until);
}
