package org.upstander.scoring.judgement;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Fine-tunes an encoder and its heads on rows. */
final class EncoderLearner {
    private static final float DETAIL_WEIGHT = 0.3f;
    private static final float EVIDENCE_WEIGHT = 0.3f;
    private static final double WARM_UP = 0.1;

    /** How it learns. */
    record Recipe(
            int epochs, float rate, float headRate, int batchRows, int frozenLayers, long seed) {}

    private final Bert bert;
    private final Recipe recipe;
    private final AdamW optimizer;

    EncoderLearner(Bert bert, Recipe recipe) {
        this.bert = bert;
        this.recipe = recipe;
        optimizer = new AdamW(bert.weights().learnt(recipe.frozenLayers()));
    }

    /**
     * Learns, or goes on where a broken-off run with the same rows and recipe stood at the end of
     * an epoch.
     *
     * @param often rows of every epoch
     * @param seldom rows of which every epoch sees another share
     * @param share how many of them
     * @param checkpoint where the state after each epoch is kept
     */
    void learn(
            List<EncoderRow> often,
            List<EncoderRow> seldom,
            int share,
            Checkpoint checkpoint,
            Progress progress)
            throws IOException {
        Random random = new Random(recipe.seed());
        List<EncoderRow> pool = new ArrayList<>(seldom);
        Collections.shuffle(pool, random);
        int fromPool = Math.min(share, pool.size());
        int perEpoch = (often.size() + fromPool + recipe.batchRows() - 1) / recipe.batchRows();
        int steps = recipe.epochs() * perEpoch;
        int done = checkpoint.restore(optimizer);
        for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
            List<EncoderRow> rows = new ArrayList<>(often);
            for (int i = 0; i < fromPool; i++) {
                rows.add(pool.get((epoch * fromPool + i) % pool.size()));
            }
            // Drawn also for an epoch that is done: the next one draws on.
            List<List<EncoderRow>> batches = batches(rows, random);
            if (epoch < done) {
                continue;
            }
            Engine.getInstance().setRandomSeed((int) recipe.seed() + epoch);
            int step = epoch * perEpoch;
            for (List<EncoderRow> batch : batches) {
                float loss = step(batch, slope(step++ / (double) steps));
                progress.at(step, steps, loss);
            }
            checkpoint.keep(optimizer, epoch + 1);
        }
    }

    /** Up to the full rate, then down to nothing. */
    private static float slope(double done) {
        return (float) (done < WARM_UP ? done / WARM_UP : (1 - done) / (1 - WARM_UP));
    }

    /** Rows of about the same length go together: padding costs as much as text. */
    private List<List<EncoderRow>> batches(List<EncoderRow> rows, Random random) {
        Collections.shuffle(rows, random);
        int group = recipe.batchRows() * 50;
        List<List<EncoderRow>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += group) {
            List<EncoderRow> some =
                    new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + group)));
            some.sort(Comparator.comparingInt(row -> row.tokens().count()));
            for (int i = 0; i < some.size(); i += recipe.batchRows()) {
                batches.add(some.subList(i, Math.min(some.size(), i + recipe.batchRows())));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private float step(List<EncoderRow> rows, float slope) {
        float loss = gradients(rows);
        optimizer.step(recipe.rate() * slope, recipe.headRate() * slope);
        return loss;
    }

    private float gradients(List<EncoderRow> rows) {
        try (NDManager sub = bert.forStep();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            EncoderBatch batch =
                    EncoderBatch.of(rows.stream().map(EncoderRow::tokens).toList(), sub);
            Bert.Output out = bert.run(batch, true);
            NDArray loss = verdictLoss(rows, out, sub).add(detailLoss(rows, out, sub));
            NDArray evidence = evidenceLoss(rows, batch, out, sub);
            loss = evidence == null ? loss : loss.add(evidence);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private static NDArray verdictLoss(List<EncoderRow> rows, Bert.Output out, NDManager sub) {
        int n = rows.size();
        float[] full = new float[n * LinearModel.VERDICTS];
        float[] attack = new float[n];
        float[] other = new float[n];
        float total = 0;
        for (int r = 0; r < n; r++) {
            EncoderRow row = rows.get(r);
            if (row.verdict() >= 0) {
                full[r * LinearModel.VERDICTS + row.verdict()] = row.weight();
            } else if (row.attack() == 1) {
                attack[r] = row.weight();
            } else {
                other[r] = row.weight();
            }
            total += row.weight();
        }
        NDArray logP = out.verdicts().logSoftmax(1);
        NDArray rest = logP.get(":, 1:").exp().sum(new int[] {1}).add(1e-6f).log();
        NDArray sum =
                logP.mul(sub.create(full, new Shape(n, LinearModel.VERDICTS)))
                        .sum()
                        .add(logP.get(":, 0").mul(sub.create(attack)).sum())
                        .add(rest.mul(sub.create(other)).sum());
        return sum.div(-Math.max(total, 1e-3f));
    }

    private static NDArray detailLoss(List<EncoderRow> rows, Bert.Output out, NDManager sub) {
        int width = EncoderHeads.DETAILS;
        float[] wanted = new float[rows.size() * width];
        float[] known = new float[wanted.length];
        for (int r = 0; r < rows.size(); r++) {
            for (int k = 0; k < width; k++) {
                byte value = rows.get(r).details()[k];
                known[r * width + k] = value < 0 ? 0 : 1;
                wanted[r * width + k] = Math.max(0, value);
            }
        }
        Shape shape = new Shape(rows.size(), width);
        return binaryLoss(out.details(), sub.create(wanted, shape), sub.create(known, shape))
                .div(rows.size())
                .mul(DETAIL_WEIGHT);
    }

    private static NDArray evidenceLoss(
            List<EncoderRow> rows, EncoderBatch batch, Bert.Output out, NDManager sub) {
        float[] wanted = new float[batch.rows() * batch.length()];
        float[] known = new float[wanted.length];
        int count = 0;
        for (int r = 0; r < rows.size(); r++) {
            byte[] evidence = rows.get(r).evidence();
            for (int i = 0; evidence != null && i < evidence.length; i++) {
                known[r * batch.length() + i] = 1;
                wanted[r * batch.length() + i] = evidence[i];
                count++;
            }
        }
        if (count == 0) {
            return null;
        }
        Shape shape = new Shape(batch.rows(), batch.length());
        return binaryLoss(out.evidence(), sub.create(wanted, shape), sub.create(known, shape))
                .div(count)
                .mul(EVIDENCE_WEIGHT);
    }

    private static NDArray binaryLoss(NDArray logits, NDArray wanted, NDArray known) {
        return Activation.softPlus(logits).sub(logits.mul(wanted)).mul(known).sum();
    }

    /** Shows how far it is. */
    @FunctionalInterface
    interface Progress {
        void at(int step, int steps, float loss);
    }
}
