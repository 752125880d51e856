package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What contacts are told of excursions, as rows. Within the caller's transaction. */
public interface NoiseNoticeStore {

    /**
     * What is said.
     *
     * @param staffId who is attacked
     * @param since when it was found
     * @param supportive mentions in those hours
     * @param attacks in those hours
     * @param mentions all but spam in those hours
     * @param usual share of attacks, 0 to 1
     * @param upperLimit of that share, for so many mentions
     * @param hours how long was looked at
     */
    record Said(
            String staffId,
            Instant since,
            long supportive,
            long attacks,
            long mentions,
            double usual,
            double upperLimit,
            long hours) {}

    /**
     * @param attempt counts from 1
     * @param leaseUntil when another instance takes it over; what is recorded later counts no more
     */
    record Claim(Said said, String contactId, int attempt, Instant leaseUntil) {}

    /**
     * Each is told once; the sender is woken after the commit.
     *
     * @return how many there are of those contacts
     */
    Uni<Integer> add(Said said, Collection<String> contactIds);

    /** Takes what is due and nobody else has in hand; each is leased until then. */
    Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit);

    /**
     * An attempt ended.
     *
     * @param toldAt when it was in the inbox, empty where it is not
     * @param again when it is tried again, empty where that is over
     */
    Uni<Void> ended(Claim claim, Optional<Instant> toldAt, Optional<Instant> again);
}
