package org.upstander.scoring.application;

/** The roster that posts are scored against. */
public interface Roster {

    /** The current snapshot. Cheap and never null; read it once for each post. */
    RosterSnapshot current();
}
