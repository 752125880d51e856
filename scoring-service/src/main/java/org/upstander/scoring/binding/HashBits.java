package org.upstander.scoring.binding;

/** A growing set of hashes that is asked far more often than it says yes. */
final class HashBits {
    private static final int FILTER_LIMIT = 22;

    private final long[] filter;
    private final int filterShift;

    /** Open addressing; 0 is free and stands for itself. */
    private int[] table;

    private int size;
    private boolean zero;

    /**
     * @param expected about how many there will be; sizes the filter in front
     */
    HashBits(int expected) {
        int log = 36 - Integer.numberOfLeadingZeros(Math.max(1, expected));
        log = Math.min(FILTER_LIMIT, Math.max(12, log));
        filter = new long[1 << (log - 6)];
        filterShift = 32 - log;
        table = new int[64];
    }

    void add(int hash) {
        int at = (hash * 0x9E3779B1) >>> filterShift;
        filter[at >> 6] |= 1L << at;
        zero |= hash == 0;
        if (size * 2 >= table.length) {
            grow();
        }
        size += put(table, hash);
    }

    boolean contains(int hash) {
        int at = (hash * 0x9E3779B1) >>> filterShift;
        return (filter[at >> 6] & (1L << at)) != 0 && isInTable(hash);
    }

    private boolean isInTable(int hash) {
        if (hash == 0) {
            return zero;
        }
        int at = slot(hash, table.length);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int hash : old) {
            put(table, hash);
        }
    }

    private static int put(int[] table, int hash) {
        if (hash == 0) {
            return 0;
        }
        int at = slot(hash, table.length);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return 0;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        return 1;
    }

    private static int slot(int hash, int length) {
        return (hash * 0x85EBCA6B) >>> Integer.numberOfLeadingZeros(length - 1);
    }
}
