package org.upstander.bench.scoring;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is alive on the heap. */
final class Heap {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int MOST_COLLECTIONS = 6;
    private static final long ALIKE = 64 << 10;

    private Heap() {}

    /** Bytes in use once collecting frees no more: what refers to itself may need two rounds. */
    static long usedAfterCollection() {
        long before = Long.MAX_VALUE;
        long used = collected();
        for (int i = 1; i < MOST_COLLECTIONS && before - used > ALIKE; i++) {
            before = used;
            used = collected();
        }
        return used;
    }

    private static long collected() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
