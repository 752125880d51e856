package org.upstander.alert.application.original;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.OriginalSearch;

/**
 * Originals of the posts of incidents, as rows that go with their evidence. Within the caller's
 * transaction.
 */
public interface OriginalStore {

    /** Takes what is due and nobody else has in hand; each is leased until then. */
    Uni<List<WantedOriginal>> claim(Instant now, Instant leaseUntil, int limit);

    /**
     * Keeps one, sealed as it is.
     *
     * @param sha256 of what is sealed, in hexadecimal digits
     */
    Uni<Void> keep(WantedOriginal wanted, Sealed sealed, String sha256, Instant now);

    /** It is looked for again. */
    Uni<Void> again(WantedOriginal wanted, Instant at);

    /** It is looked for no more. */
    Uni<Void> missing(WantedOriginal wanted, OriginalSearch.Missing why);
}
