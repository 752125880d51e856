package org.upstander.alert.application.directory;

import java.util.List;

/** What became of a PUT. */
public sealed interface PutResult<T> {

    /**
     * The entry is kept.
     *
     * @param entry as kept now
     * @param created whether there was none before
     * @param warnings what would keep a page from arriving, though nothing is wrong with the entry
     */
    record Kept<T>(Stored<T> entry, boolean created, List<Violation> warnings)
            implements PutResult<T> {}

    /** Nothing was kept; the entry is wrong. */
    record Refused<T>(List<Violation> violations) implements PutResult<T> {}

    /** Nothing was kept; somebody changed the entry since the caller read it. */
    record Outdated<T>() implements PutResult<T> {}
}
