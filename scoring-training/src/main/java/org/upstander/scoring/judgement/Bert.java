package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A BERT encoder (Devlin et al., 2019) with heads on top, built of array operations so that its
 * weights can be read from and written to ONNX.
 */
final class Bert implements AutoCloseable {
    private static final int WIDTH = EncoderKind.WIDTH;
    private static final int HEADS = EncoderKind.HEADS;
    private static final float EPSILON = 1e-12f;
    private static final float DROPOUT = 0.1f;

    private final EncoderKind kind;
    private final NDManager manager = NDManager.newBaseManager();
    private final BertWeights weights;

    /** What comes out for a batch of B texts of L pieces. */
    record Output(NDArray verdicts, NDArray details, NDArray evidence) {}

    /**
     * @param markWords for each mark ids of the words that it is like at first
     * @param seed of the heads, which begin anew
     */
    Bert(EncoderKind kind, OnnxFile pretrained, int[][] markWords, long seed) {
        this.kind = kind;
        this.weights = new BertWeights(kind, pretrained, markWords, manager, seed);
    }

    BertWeights weights() {
        return weights;
    }

    /** For arrays of one step; to be closed. */
    NDManager forStep() {
        return manager.newSubManager();
    }

    Output run(EncoderBatch batch, boolean training) {
        NDArray x = embed(batch);
        x = norm(x, "embeddings.LayerNorm");
        x = dropout(x, training);
        NDArray mask = batch.mask().reshape(batch.rows(), 1, 1, batch.length()).sub(1).mul(1e9f);
        for (int l = 0; l < kind.layers(); l++) {
            x = layer(x, l, mask, batch, training);
        }
        NDArray cls = x.get(":, 0, :");
        NDArray people = batch.target().expandDims(2);
        NDArray person = x.mul(people).sum(new int[] {1});
        NDArray pooled = cls.concat(person, 1);
        pooled = dropout(pooled, training);
        return new Output(
                linear(pooled, "verdict"),
                linear(pooled, "detail"),
                linear(x, "evidence").squeeze(2));
    }

    private NDArray embed(EncoderBatch batch) {
        NDArray ids = batch.ids();
        NDArray isMark = ids.gt(0).logicalAnd(ids.lt(BertWeights.MARKS));
        NDArray markIds = ids.mul(isMark.toType(ids.getDataType(), false));
        NDArray share = isMark.toType(weights.words().getDataType(), false).expandDims(2);
        NDArray word = look(ids, weights.words()).mul(share.mul(-1).add(1));
        NDArray mark = look(markIds, weights.get("marks")).mul(share);
        NDArray place = weights.positions().get("0:" + batch.length()).expandDims(0);
        return word.add(mark).add(place).add(look(batch.types(), weights.types()));
    }

    private static NDArray look(NDArray ids, NDArray table) {
        return Embedding.embedding(ids, table, SparseFormat.DENSE).singletonOrThrow();
    }

    private NDArray layer(NDArray x, int l, NDArray mask, EncoderBatch batch, boolean training) {
        String at = "encoder/layer." + l + "/";
        NDArray q = heads(linear(x, at + "attention/self/query"), batch);
        NDArray k = heads(linear(x, at + "attention/self/key"), batch);
        NDArray v = heads(linear(x, at + "attention/self/value"), batch);
        NDArray scores =
                Times.of(q.matMul(k.transpose(0, 1, 3, 2)), 1 / Math.sqrt(WIDTH / HEADS)).add(mask);
        NDArray attention = scores.softmax(-1).matMul(v);
        attention = attention.transpose(0, 2, 1, 3).reshape(batch.rows(), batch.length(), WIDTH);
        attention = dropout(linear(attention, at + "attention/output/dense"), training);
        x = norm(x.add(attention), "encoder.layer." + l + ".attention.output.LayerNorm");
        NDArray inner = Activation.gelu(linear(x, at + "intermediate/dense"));
        NDArray outer = dropout(linear(inner, at + "output/dense"), training);
        return norm(x.add(outer), "encoder.layer." + l + ".output.LayerNorm");
    }

    private static NDArray heads(NDArray x, EncoderBatch batch) {
        return x.reshape(batch.rows(), batch.length(), HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray x, String name) {
        return Linear.linear(x, weights.get(name + ".weight"), weights.get(name + ".bias"))
                .singletonOrThrow();
    }

    private NDArray norm(NDArray x, String name) {
        NDList normed =
                LayerNorm.layerNorm(
                        x,
                        new Shape(WIDTH),
                        weights.get(name + ".weight"),
                        weights.get(name + ".bias"),
                        EPSILON);
        return normed.singletonOrThrow();
    }

    private static NDArray dropout(NDArray x, boolean training) {
        return training ? Dropout.dropout(x, DROPOUT, true).singletonOrThrow() : x;
    }

    /** Margins of attack over all else, for any number of texts. */
    List<Double> margins(List<EncoderTokens> texts, int batchRows) {
        List<Double> margins = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i += batchRows) {
            try (NDManager sub = forStep()) {
                List<EncoderTokens> some = texts.subList(i, Math.min(texts.size(), i + batchRows));
                float[] logits = run(EncoderBatch.of(some, sub), false).verdicts().toFloatArray();
                for (int r = 0; r < some.size(); r++) {
                    int at = r * LinearModel.VERDICTS;
                    margins.add(
                            LinearModel.margin(
                                    Arrays.copyOfRange(logits, at, at + LinearModel.VERDICTS)));
                }
            }
        }
        return margins;
    }

    @Override
    public void close() {
        manager.close();
    }
}
