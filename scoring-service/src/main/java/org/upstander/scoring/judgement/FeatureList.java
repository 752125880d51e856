package org.upstander.scoring.judgement;

import java.util.Arrays;

/** Hashed features with the places under them, in parallel arrays that grow. */
final class FeatureList {
    private int[] hashes = new int[2048];
    private int[] starts = new int[2048];
    private int[] ends = new int[2048];
    private int count;
    private int salt;

    int count() {
        return count;
    }

    int hash(int feature) {
        return hashes[feature];
    }

    int start(int feature) {
        return starts[feature];
    }

    int end(int feature) {
        return ends[feature];
    }

    /** Makes features of their own of what is added from now on; 0 for the plain ones. */
    void salt(int value) {
        salt = value;
    }

    void add(int hash, int start, int end) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        int h = hash ^ salt;
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        h ^= h >>> 16;
        hashes[count] = h;
        starts[count] = start;
        ends[count++] = end;
    }
}
