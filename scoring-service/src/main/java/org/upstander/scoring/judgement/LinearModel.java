package org.upstander.scoring.judgement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights of the target-aware linear model: one byte each, several heads side by side for each
 * hashed feature.
 */
final class LinearModel {
    /** Heads of the verdict, in the order of {@link org.upstander.scoring.domain.Verdict}. */
    static final int VERDICTS = 4;

    static final int VERDICT_BITS = 18;

    private static final int MAGIC = 0x55505333;

    private final Table verdict;

    LinearModel(Table verdict) {
        this.verdict = verdict;
    }

    static LinearModel read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("Not a model of this version; train it again");
        }
        return new LinearModel(Table.read(in, VERDICT_BITS, VERDICTS));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        verdict.write(out);
    }

    /** Logits of the four verdicts. */
    float[] verdicts(Features features) {
        return verdict.logits(features);
    }

    /** How far attack lies above all others together. */
    static double margin(float[] verdicts) {
        double rest = 0;
        for (int k = 1; k < VERDICTS; k++) {
            rest += Math.exp(verdicts[k]);
        }
        return verdicts[0] - Math.log(rest);
    }

    /** One-byte weights of some heads. */
    static final class Table {
        private final int bits;
        private final int heads;
        private final float unit;
        private final float[] biases;
        private final byte[] weights;

        Table(int bits, int heads, float unit, float[] biases, byte[] weights) {
            this.bits = bits;
            this.heads = heads;
            this.unit = unit;
            this.biases = biases;
            this.weights = weights;
        }

        static Table read(DataInputStream in, int bits, int heads) throws IOException {
            float unit = in.readFloat();
            float[] biases = new float[heads];
            for (int k = 0; k < heads; k++) {
                biases[k] = in.readFloat();
            }
            byte[] weights = new byte[heads << bits];
            in.readFully(weights);
            return new Table(bits, heads, unit, biases, weights);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeFloat(unit);
            for (float bias : biases) {
                out.writeFloat(bias);
            }
            out.write(weights);
        }

        int index(int hash) {
            return (hash >>> (32 - bits)) * heads;
        }

        float[] logits(Features features) {
            float[] logits = biases.clone();
            int[] sums = new int[heads];
            for (int group = 0; group < Features.GROUPS; group++) {
                Arrays.fill(sums, 0);
                int to = features.groupEnd(group);
                for (int f = features.groupStart(group); f < to; f++) {
                    int at = index(features.hash(f));
                    for (int k = 0; k < heads; k++) {
                        sums[k] += weights[at + k];
                    }
                }
                float scale = features.scale(group) * unit;
                for (int k = 0; k < heads; k++) {
                    logits[k] += sums[k] * scale;
                }
            }
            return logits;
        }
    }
}
