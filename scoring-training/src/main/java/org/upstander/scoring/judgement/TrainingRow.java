package org.upstander.scoring.judgement;

import java.util.Arrays;

/**
 * One (text, person) to learn from.
 *
 * @param features hashed, group after group
 * @param groupEnds one past the last feature of each group
 * @param scales what each feature of a group counts
 * @param verdict index of the verdict; -1 where only attack or not is known
 * @param attack 1, 0
 * @param weight of the row
 */
record TrainingRow(
        int[] features, int[] groupEnds, float[] scales, int verdict, int attack, float weight) {

    static TrainingRow of(Features f, int verdict, int attack, float weight) {
        int[] hashes = new int[f.count()];
        Arrays.setAll(hashes, f::hash);
        int[] ends = new int[Features.GROUPS];
        float[] scales = new float[Features.GROUPS];
        for (int g = 0; g < Features.GROUPS; g++) {
            ends[g] = f.groupEnd(g);
            scales[g] = f.scale(g);
        }
        return new TrainingRow(hashes, ends, scales, verdict, attack, weight);
    }
}
