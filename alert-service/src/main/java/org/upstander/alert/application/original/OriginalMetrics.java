package org.upstander.alert.application.original;

/** What became of the originals that incidents wanted. Alert when UNREADABLE or NOT_FOUND grows. */
@FunctionalInterface
public interface OriginalMetrics {

    /** How the search for one ended. */
    enum Outcome {
        KEPT,
        NOT_FOUND,
        TOO_OLD,
        UNREADABLE
    }

    void ended(Outcome outcome);
}
