package org.upstander.alert.application.pattern;

import java.util.Objects;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.Signal;

/**
 * One author and one member of staff.
 *
 * @param staffId who is meant; empty for all whom the author writes about
 * @param author key of the account; empty for all authors together
 * @param source platform; empty where nobody says which
 * @param authorId the source's id of the author, or null
 * @param handle of the author, or null
 */
public record Pair(String staffId, String author, String source, String authorId, String handle) {

    /** Its key is the account: a source tells the rest or does not, and in this case or that. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pair pair
                && staffId.equals(pair.staffId)
                && author.equals(pair.author);
    }

    @Override
    public int hashCode() {
        return Objects.hash(staffId, author);
    }

    /** Whether somebody is named: all who are not would be one author. */
    boolean isKnown() {
        return authorId != null || handle != null;
    }

    /** All authors together. */
    static Pair everybody(String staffId) {
        return new Pair(staffId, "", "", null, null);
    }

    boolean isEverybody() {
        return author.isEmpty();
    }

    /** All pairs of one account. */
    static Pair whomever(AuthorAlias.Account account) {
        return new Pair("", account.key(), account.source(), account.id(), account.handle());
    }

    /** Whether it stands for all pairs of its author. */
    boolean isWhomever() {
        return staffId.isEmpty();
    }

    AuthorAlias.Account account() {
        return new AuthorAlias.Account(source, authorId, handle);
    }

    static Pair of(Assessment assessment) {
        return of(assessment.staffId(), assessment.post().source(), assessment.post().author());
    }

    /**
     * @param signal with a member of staff
     */
    static Pair of(Signal signal) {
        return of(
                signal.staffId(), signal.source() == null ? "" : signal.source(), signal.author());
    }

    private static Pair of(String staffId, String source, Author author) {
        return new Pair(staffId, author.key(source), source, author.id(), author.handle());
    }
}
