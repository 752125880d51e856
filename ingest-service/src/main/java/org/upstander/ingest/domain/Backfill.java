package org.upstander.ingest.domain;

import java.time.Instant;

/**
 * How far the old posts of a source are taken in.
 *
 * @param at where it stands
 * @param accepted posts stored so far
 * @param rejected posts refused so far
 * @param error what kind of failure ended it, or null
 */
public record Backfill(
        String sourceId,
        State state,
        Position at,
        long accepted,
        long rejected,
        Instant startedAt,
        Instant updatedAt,
        String error) {

    /** Posts that are done, stored or refused. */
    public long done() {
        return accepted + rejected;
    }

    /** What becomes of it. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A place within the files of a source.
     *
     * @param file its name; empty before the first
     * @param items of this file that are done
     */
    public record Position(String file, long items) {

        public static final Position START = new Position("", 0);
    }
}
