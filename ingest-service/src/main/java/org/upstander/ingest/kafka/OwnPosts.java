package org.upstander.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Where on the topic of posts lie those that this instance wrote, and so remembers: its tail need
 * not read them back. What is not noted here is merely read.
 */
@ApplicationScoped
class OwnPosts {

    /** Of one partition; when there are more, the oldest is read back. */
    private static final int RUNS = 64;

    /** Offsets one after the other. */
    private static final class Run {

        private final long from;
        private long to;

        private Run(long offset) {
            from = offset;
            to = offset + 1;
        }
    }

    private final Map<Integer, Deque<Run>> byPartition = new HashMap<>();

    /** Notes that one was acknowledged; those of a partition are in their order. */
    synchronized void wrote(int partition, long offset) {
        Deque<Run> runs = byPartition.computeIfAbsent(partition, one -> new ArrayDeque<>());
        Run last = runs.peekLast();
        if (last != null && last.to == offset) {
            last.to++;
            return;
        }
        if (last != null && offset < last.to) {
            runs.clear(); // the topic was made anew
        }
        if (runs.size() == RUNS) {
            runs.removeFirst();
        }
        runs.addLast(new Run(offset));
    }

    /**
     * Where to read on; what lies before is forgotten.
     *
     * @param position of the reader
     * @return the same, unless from there on all is known to be our own up to another
     */
    synchronized long behind(int partition, long position) {
        Deque<Run> runs = byPartition.getOrDefault(partition, new ArrayDeque<>());
        while (!runs.isEmpty() && runs.peekFirst().to <= position) {
            runs.removeFirst();
        }
        Run first = runs.peekFirst();
        return first != null && first.from <= position ? first.to : position;
    }
}
