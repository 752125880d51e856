package org.upstander.ingest.application.backfill;

/** Whoever works on back-fills here. */
public interface BackfillWork {

    /** There may be one: looks for it at once, or as soon as the one that is under way is over. */
    void wake();
}
