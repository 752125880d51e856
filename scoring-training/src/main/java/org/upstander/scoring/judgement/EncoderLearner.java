package org.upstander.scoring.judgement;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fine-tunes an encoder and its heads on rows. */
final class EncoderLearner {
    private static final double WARM_UP = 0.1;

    /**
     * How it learns.
     *
     * @param twinWeight how much it counts that of a minimal pair the attack has the greater margin
     */
    record Recipe(
            int epochs,
            float rate,
            float headRate,
            int batchRows,
            int frozenLayers,
            float twinWeight,
            long seed) {}

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
        int done = checkpoint.restore(optimizer);
        for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
            List<EncoderRow> rows = new ArrayList<>(often);
            for (int i = 0; i < fromPool; i++) {
                rows.add(pool.get((epoch * fromPool + i) % pool.size()));
            }
            // Drawn also for an epoch that is done: the next one draws on.
            List<List<EncoderRow>> batches = RowBatches.of(rows, recipe.batchRows(), random);
            if (epoch < done) {
                continue;
            }
            Engine.getInstance().setRandomSeed((int) recipe.seed() + epoch);
            int step = epoch * batches.size();
            int steps = recipe.epochs() * batches.size();
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

    private float step(List<EncoderRow> rows, float slope) {
        float loss = gradients(rows);
        if (!Float.isFinite(loss)) {
            throw new IllegalStateException(
                    "The loss is no number any more, so nothing is learnt. Started again, the training goes on after its last whole epoch.");
        }
        optimizer.step(recipe.rate() * slope, recipe.headRate() * slope);
        return loss;
    }

    private float gradients(List<EncoderRow> rows) {
        try (NDManager sub = bert.forStep();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            EncoderBatch batch =
                    EncoderBatch.of(rows.stream().map(EncoderRow::tokens).toList(), sub);
            Bert.Output out = bert.run(batch, true);
            NDArray loss = EncoderLoss.of(rows, batch, out, sub, recipe.twinWeight());
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** Shows how far it is. */
    @FunctionalInterface
    interface Progress {
        void at(int step, int steps, float loss);
    }
}
