package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which pairs have to be looked at again, and when: rows, so that no restart forgets them. */
public interface PatternWatch {

    /**
     * @param pair of an author and a member of staff; without author: everybody
     * @param dueAt when
     */
    record Due(Pair pair, Instant dueAt) {}

    /** Within the caller's transaction. A pair that waits already waits no longer. */
    Uni<Void> watch(Collection<Due> due);

    /**
     * Looks again at whomever these authors wrote about since something happened. Within the
     * caller's transaction.
     *
     * @param author key of the account
     */
    Uni<Void> watchAllOf(String author, Instant since, Instant now);

    /** Takes some that are due out, for this transaction to look at. */
    Uni<List<Pair>> take(Instant now, int most);
}
