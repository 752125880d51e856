package org.upstander.scoring.judgement;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Learns a table of linear heads under a softmax by AdaGrad, deterministically. */
final class TrainingLearner {
    private final int bits;
    private final int heads;
    private final float[] w;
    private final float[] g2;
    private final float[] bias;
    private final float[] biasG2;

    TrainingLearner(int bits, int heads) {
        this.bits = bits;
        this.heads = heads;
        w = new float[heads << bits];
        g2 = new float[heads << bits];
        bias = new float[heads];
        biasG2 = new float[heads];
        Arrays.fill(g2, 1e-3f);
        Arrays.fill(biasG2, 1f);
    }

    void learn(List<TrainingRow> rows, int epochs, float rate, float l2, long seed) {
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(seed);
        float[] grad = new float[heads];
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            float lr = rate * (1 - epoch / (epochs + 1f));
            for (int i : order) {
                step(rows.get(i), lr, l2, grad);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
    }

    private void step(TrainingRow row, float lr, float l2, float[] grad) {
        float[] z = logits(row);
        softmaxGradient(row, z, grad);
        int from = 0;
        for (int group = 0; group < row.groupEnds().length; group++) {
            float scale = row.scales()[group] * row.weight();
            for (int f = from; f < row.groupEnds()[group]; f++) {
                int at = (row.features()[f] >>> (32 - bits)) * heads;
                for (int k = 0; k < heads; k++) {
                    float g = grad[k] * scale + l2 * w[at + k];
                    g2[at + k] += g * g;
                    w[at + k] -= lr * g / (float) Math.sqrt(g2[at + k]);
                }
            }
            from = row.groupEnds()[group];
        }
        for (int k = 0; k < heads; k++) {
            float g = grad[k] * row.weight();
            biasG2[k] += g * g;
            bias[k] -= lr * g / (float) Math.sqrt(biasG2[k]);
        }
    }

    /** A row that knows only attack or not leaves the others' shares as they are. */
    private void softmaxGradient(TrainingRow row, float[] z, float[] grad) {
        double max = Double.NEGATIVE_INFINITY;
        for (float v : z) {
            max = Math.max(max, v);
        }
        double sum = 0;
        double[] p = new double[heads];
        for (int k = 0; k < heads; k++) {
            p[k] = Math.exp(z[k] - max);
            sum += p[k];
        }
        for (int k = 0; k < heads; k++) {
            p[k] /= sum;
        }
        for (int k = 0; k < heads; k++) {
            grad[k] = (float) (p[k] - wanted(row, k, p, 1 - p[0]));
        }
    }

    private static double wanted(TrainingRow row, int k, double[] p, double rest) {
        if (row.verdict() >= 0) {
            return row.verdict() == k ? 1 : 0;
        }
        if (k == 0) {
            return row.attack();
        }
        return row.attack() == 1 ? 0 : p[k] / Math.max(1e-6, rest);
    }

    float[] logits(TrainingRow row) {
        float[] z = bias.clone();
        float[] sums = new float[heads];
        int from = 0;
        for (int group = 0; group < row.groupEnds().length; group++) {
            Arrays.fill(sums, 0);
            for (int f = from; f < row.groupEnds()[group]; f++) {
                int at = (row.features()[f] >>> (32 - bits)) * heads;
                for (int k = 0; k < heads; k++) {
                    sums[k] += w[at + k];
                }
            }
            for (int k = 0; k < heads; k++) {
                z[k] += sums[k] * row.scales()[group];
            }
            from = row.groupEnds()[group];
        }
        return z;
    }

    /** One byte a weight; the few largest are cut. */
    LinearModel.Table quantised() {
        float[] sizes = new float[w.length];
        int used = 0;
        for (float v : w) {
            if (v != 0) {
                sizes[used++] = Math.abs(v);
            }
        }
        Arrays.sort(sizes, 0, used);
        float unit = used == 0 ? 1 : sizes[(int) ((used - 1) * 0.9995)] / 127f;
        byte[] q = new byte[w.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = (byte) Math.max(-127, Math.min(127, Math.round(w[i] / unit)));
        }
        return new LinearModel.Table(bits, heads, unit, bias.clone(), q);
    }
}
