package org.upstander.alert.application.directory;

import java.util.List;

/** What became of a DELETE. */
public sealed interface DeleteResult {

    /** It is gone. */
    record Deleted() implements DeleteResult {}

    /** There was none. */
    record Unknown() implements DeleteResult {}

    /**
     * It stays.
     *
     * @param by who needs it, {@code staff/cm-07}; the first few
     */
    record InUse(List<String> by) implements DeleteResult {}
}
