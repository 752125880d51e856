package org.upstander.ingest.fetch;

/**
 * Takes what comes while {@link Listen} listens: one thing after another, on a thread that must not
 * be blocked.
 */
public interface Ear {

    /** What something that came means for how long to listen. */
    enum Took {
        /** Known before, or nothing to take: as if it had not come. */
        NOTHING,
        NEWS,
        /** As much as is wanted at once. */
        ENOUGH
    }

    /** They let us in; whatever comes from now on will be heard. */
    default void connected() {}

    /**
     * @param event its name, for places that name them; else null
     * @param said as it came
     */
    Took take(String event, String said);
}
