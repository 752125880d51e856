package org.upstander.alert.application.pattern;

import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Signal;

/**
 * One author and one member of staff.
 *
 * @param staffId who is meant
 * @param author key of the account
 * @param source platform; empty where nobody says which
 * @param authorId the source's id of the author, or null
 * @param handle of the author, or null
 */
public record Pair(String staffId, String author, String source, String authorId, String handle) {

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
