package org.upstander.scoring.application;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the consumers of this instance are; what readiness and liveness tell. Thread-safe. */
public final class PipelineState {

    /**
     * One consumer.
     *
     * <pre>
     * WAITING ──▶ RUNNING ◀──▶ RETRYING
     *                │
     *                ├──▶ STOPPED   too many dead letters: waits for a person
     *                └──▶ DEAD      its thread ended: only a restart helps
     * </pre>
     */
    public enum Line {
        /** Not started: the roster is not whole yet. */
        WAITING,
        /** Connected and reading. */
        RUNNING,
        /** Kafka is away or refuses us; it tries again by itself. */
        RETRYING,
        STOPPED,
        DEAD
    }

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private volatile boolean rosterWhole;

    /** The roster was read to its end once; posts may be taken. */
    public void rosterIsWhole() {
        rosterWhole = true;
    }

    public boolean isRosterWhole() {
        return rosterWhole;
    }

    /** Says how the consumer {@code name} is. */
    public void report(String name, Line line) {
        lines.put(name, line);
    }

    /** All consumers by name. */
    public Map<String, Line> lines() {
        return new TreeMap<>(lines);
    }

    /** Whether posts flow: the roster is whole and every consumer runs. */
    public boolean isReady() {
        return rosterWhole && lines.values().stream().allMatch(Line.RUNNING::equals);
    }

    /** Whether a restart is the only help. */
    public boolean isDead() {
        return lines.containsValue(Line.DEAD);
    }
}
