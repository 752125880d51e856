package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the heads are from what rows say. */
final class EncoderLoss {
    private static final float DETAIL_WEIGHT = 0.3f;
    private static final float EVIDENCE_WEIGHT = 0.3f;

    /** How much teachers count against the label. */
    private static final float TRUST = 0.5f;

    private EncoderLoss() {}

    /**
     * @param twinWeight how much it counts that of a minimal pair the attack has the greater margin
     */
    static NDArray of(
            List<EncoderRow> rows,
            EncoderBatch batch,
            Bert.Output out,
            NDManager sub,
            float twinWeight) {
        NDArray loss = verdictLoss(rows, out, sub).add(detailLoss(rows, out, sub));
        NDArray twins = twinLoss(rows, out, sub, twinWeight);
        loss = twins == null ? loss : loss.add(twins);
        NDArray evidence = evidenceLoss(rows, batch, out, sub);
        return evidence == null ? loss : loss.add(evidence);
    }

    private static NDArray verdictLoss(List<EncoderRow> rows, Bert.Output out, NDManager sub) {
        int n = rows.size();
        float[] full = new float[n * LinearModel.VERDICTS];
        float[] attack = new float[n];
        float[] other = new float[n];
        float total = 0;
        for (int r = 0; r < n; r++) {
            EncoderRow row = rows.get(r);
            float soft = Float.isNaN(row.teacher()) ? 0 : TRUST * row.weight();
            float hard = row.weight() - soft;
            if (soft > 0) {
                attack[r] = soft * row.teacher();
                other[r] = soft - attack[r];
            }
            if (row.verdict() >= 0) {
                full[r * LinearModel.VERDICTS + row.verdict()] = hard;
            } else if (row.attack() == 1) {
                attack[r] += hard;
            } else {
                other[r] += hard;
            }
            total += row.weight();
        }
        NDArray logP = out.verdicts().logSoftmax(1);
        NDArray rest = noAttack(logP);
        NDArray sum =
                logP.mul(sub.create(full, new Shape(n, LinearModel.VERDICTS)))
                        .sum()
                        .add(logP.get(":, 0").mul(sub.create(attack)).sum())
                        .add(rest.mul(sub.create(other)).sum());
        return Times.of(sum, -1 / Math.max(total, 1e-3));
    }

    private static NDArray noAttack(NDArray logP) {
        return logP.get(":, 1:").exp().sum(new int[] {1}).add(1e-6f).log();
    }

    /** Of a minimal pair, the attack shall be the more likely one, by a clear margin. */
    private static NDArray twinLoss(
            List<EncoderRow> rows, Bert.Output out, NDManager sub, float weight) {
        Map<String, Integer> open = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            String key = rows.get(r).twins();
            Integer other = key == null ? null : open.putIfAbsent(key, r);
            if (other != null && rows.get(other).attack() != rows.get(r).attack()) {
                boolean first = rows.get(other).attack() == 1;
                pairs.add(first ? new int[] {other, r} : new int[] {r, other});
            }
        }
        if (pairs.isEmpty() || weight == 0) {
            return null;
        }
        float[] differences = new float[pairs.size() * rows.size()];
        for (int p = 0; p < pairs.size(); p++) {
            differences[p * rows.size() + pairs.get(p)[0]] = 1;
            differences[p * rows.size() + pairs.get(p)[1]] = -1;
        }
        NDArray logP = out.verdicts().logSoftmax(1);
        NDArray margins = logP.get(":, 0").sub(noAttack(logP)).expandDims(1);
        NDArray leads =
                sub.create(differences, new Shape(pairs.size(), rows.size())).matMul(margins);
        return Times.of(Activation.softPlus(leads.neg()).sum(), weight / rows.size());
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
        return Times.of(
                binaryLoss(out.details(), sub.create(wanted, shape), sub.create(known, shape)),
                DETAIL_WEIGHT / rows.size());
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
        return Times.of(
                binaryLoss(out.evidence(), sub.create(wanted, shape), sub.create(known, shape)),
                EVIDENCE_WEIGHT / count);
    }

    private static NDArray binaryLoss(NDArray logits, NDArray wanted, NDArray known) {
        return Activation.softPlus(logits).sub(logits.mul(wanted)).mul(known).sum();
    }
}
