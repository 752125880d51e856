package org.upstander.bench.scoring;

/**
 * What a roster took to be compiled, and takes to be kept.
 *
 * @param cpuNanos CPU time of the thread that compiled it
 * @param wallNanos from begin to end
 * @param heapBytes the people and all that was compiled from them
 */
public record Compiled(long cpuNanos, long wallNanos, long heapBytes) {

    String toLine() {
        return cpuNanos + " " + wallNanos + " " + heapBytes;
    }

    public static Compiled of(String line) {
        String[] parts = line.split(" ");
        return new Compiled(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
