package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019), gradients clipped at 1. */
final class AdamW {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float DECAY = 0.01f;

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private int steps;

    AdamW(Map<String, NDArray> weights) {
        this.weights = weights;
        weights.forEach(
                (name, weight) -> {
                    first.put(name, weight.zerosLike());
                    second.put(name, weight.zerosLike());
                });
    }

    /** What is learnt, by name. */
    Map<String, NDArray> weights() {
        return weights;
    }

    Map<String, NDArray> first() {
        return first;
    }

    Map<String, NDArray> second() {
        return second;
    }

    int steps() {
        return steps;
    }

    void resumeAt(int step) {
        steps = step;
    }

    /**
     * Follows the gradients of the last backward pass, and clears them.
     *
     * @param rate for what was pretrained
     * @param headRate for what begins anew
     * @throws IllegalStateException where a gradient is no number; no weight is changed then
     */
    void step(float rate, float headRate) {
        steps++;
        float clip = clip();
        double correction = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
        weights.forEach(
                (name, weight) ->
                        update(
                                name,
                                weight,
                                BertWeights.isNew(name) ? headRate : rate,
                                clip,
                                (float) correction));
    }

    private float clip() {
        double sum = 0;
        for (NDArray weight : weights.values()) {
            try (NDArray gradient = weight.getGradient();
                    NDArray square = gradient.square();
                    NDArray total = square.sum()) {
                sum += total.getFloat();
            }
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException(
                    "A gradient is no number, and would spoil every weight. Started again, the training goes on after its last whole epoch.");
        }
        return (float) (1 / Math.max(1, Math.sqrt(sum)));
    }

    private void update(String name, NDArray weight, float rate, float clip, float correction) {
        try (NDManager sub = weight.getManager().newSubManager()) {
            NDArray gradient = weight.getGradient();
            gradient.attach(sub);
            NDArray g = gradient.mul(clip);
            // Gradients add up until they are cleared.
            gradient.subi(gradient);
            NDArray m = first.get(name);
            NDArray v = second.get(name);
            m.muli(BETA_1).addi(g.mul(1 - BETA_1));
            v.muli(BETA_2).addi(g.square().mul(1 - BETA_2));
            NDArray root = v.sqrt();
            root.attach(sub);
            NDArray change = m.div(root.add(EPSILON));
            change.attach(sub);
            NDArray decayed = weight.mul(rate * DECAY);
            decayed.attach(sub);
            weight.subi(change.mul(rate * correction).add(decayed));
        }
    }
}
