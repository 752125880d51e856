package org.upstander.scoring.application;

/**
 * The roster at one moment, compiled.
 *
 * @param binder recognises its people
 * @param size how many people are on it
 * @param version grows with every swap; 0 before the first
 */
public record RosterSnapshot(Binder binder, int size, long version) {

    /** Before the roster is read. */
    public static final RosterSnapshot EMPTY = new RosterSnapshot(Binder.NOBODY, 0, 0);
}
