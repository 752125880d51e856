package org.upstander.scoring.binding;

/** A set of hashes that may say yes wrongly, never no. */
final class HashBits {
    private final long[] bits;
    private final int shift;

    /** Room for {@code expected} hashes at few false answers. */
    HashBits(int expected) {
        int log = Math.max(12, 36 - Integer.numberOfLeadingZeros(Math.max(1, expected)));
        log = Math.min(log, 30);
        bits = new long[1 << (log - 6)];
        shift = 32 - log;
    }

    void add(int hash) {
        int at = index(hash);
        bits[at >> 6] |= 1L << at;
    }

    boolean mayContain(int hash) {
        int at = index(hash);
        return (bits[at >> 6] & (1L << at)) != 0;
    }

    private int index(int hash) {
        return (hash * 0x9E3779B1) >>> shift;
    }
}
