package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.AuthorAlias;

/** Which pairs have to be looked at again, and when: rows, so that no restart forgets them. */
public interface PatternWatch {

    /**
     * @param pair of an author and a member of staff; without author: everybody; without member of
     *     staff: whomever the author writes about by then, or who says the same
     * @param dueAt when
     * @param lastAt and when once more, or the same
     */
    record Due(Pair pair, Instant dueAt, Instant lastAt) {

        public static Due once(Pair pair, Instant at) {
            return new Due(pair, at, at);
        }
    }

    /**
     * Within the caller's transaction. A pair that waits already is looked at when the first of
     * these times has come, and when the last has; in between nothing is lost, for a look sees all
     * that was recorded before it.
     */
    Uni<Void> watch(Collection<Due> due);

    /**
     * Looks again at whomever somebody wrote about, or tried to reach, since something happened:
     * under this account, another that is declared to be theirs, or one that says the same. Within
     * the caller's transaction.
     *
     * @param account by id or by handle, whatever was told
     * @param recordedSince what was recorded before that is not looked at, unless it says what the
     *     account has said since
     */
    Uni<Void> watchAllOf(
            AuthorAlias.Account account, Instant since, Instant recordedSince, Instant now);

    /**
     * Takes some that are due, for this transaction to look at.
     *
     * @return since when they were due
     */
    Uni<List<Due>> take(Instant now, int most);
}
