package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.SourceNews;

/** What contacts know of sources, as rows. Within the caller's transaction. */
public interface SourceNoticeStore {

    /**
     * A contact for whom it is looked whether there is something to say.
     *
     * @param attempt counts from 1
     * @param told what they were told last
     * @param leaseUntil when another instance takes it over; what is recorded later counts no more
     */
    record Claim(
            String sourceId,
            String contactId,
            int attempt,
            Optional<SourceNews.Told> told,
            Instant leaseUntil) {}

    /**
     * These contacts may have to be told; the sender is woken after the commit.
     *
     * @return how many of them there are
     */
    Uni<Integer> look(String sourceId, Collection<String> contactIds, Instant now);

    /** Those who were told something, or are about to be, may have to be told something else. */
    Uni<Void> lookAgain(String sourceId, Instant now);

    /** Forgets who was told of it, unless that was later. */
    Uni<Void> forget(String sourceId, Instant toldBefore);

    /** Takes what is due and nobody else has in hand; each is leased until then. */
    Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit);

    /**
     * They were told.
     *
     * @param again when the rest of it is tried again, empty where that is over
     */
    Uni<Void> told(Claim claim, SourceNews.Told told, Optional<Instant> again);

    /**
     * There was nothing to tell.
     *
     * @param again when to look again, or empty
     */
    Uni<Void> nothing(Claim claim, Optional<Instant> again);

    /** They could not be told anything. */
    Uni<Void> failed(Claim claim, Instant again);
}
