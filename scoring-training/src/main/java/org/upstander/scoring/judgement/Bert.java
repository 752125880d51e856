package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A BERT encoder (Devlin et al., 2019) with heads on top, built of array operations so that its
 * weights can be read from and written to ONNX. Words, positions and types stay as they were
 * pretrained; the marks for people are learnt.
 */
final class Bert implements AutoCloseable {
    /** Ids 1 to 6 of the vocabulary are the marks. */
    static final int MARKS = 7;

    private static final int WIDTH = EncoderKind.WIDTH;
    private static final int HEADS = EncoderKind.HEADS;
    private static final float EPSILON = 1e-12f;
    private static final float DROPOUT = 0.1f;
    private static final String[] PRODUCTS = {
        "attention/self/query", "attention/self/key", "attention/self/value",
        "attention/output/dense", "intermediate/dense", "output/dense"
    };

    private final EncoderKind kind;
    private final NDManager manager;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final NDArray words;
    private final NDArray positions;
    private final NDArray types;

    /** What comes out for a batch of B texts of L pieces. */
    record Output(NDArray verdicts, NDArray details, NDArray evidence) {}

    Bert(EncoderKind kind, OnnxFile pretrained, int[][] markWords, NDManager manager, long seed) {
        this.kind = kind;
        this.manager = manager;
        float[] table = pretrained.floats("embeddings.word_embeddings.weight");
        words = manager.create(table, new Shape(table.length / WIDTH, WIDTH));
        positions =
                manager.create(
                        pretrained.floats("embeddings.position_embeddings.weight"),
                        new Shape(512, WIDTH));
        types =
                manager.create(
                        pretrained.floats("embeddings.token_type_embeddings.weight"),
                        new Shape(2, WIDTH));
        put("marks", marks(table, markWords), MARKS, WIDTH);
        load(pretrained, "embeddings.LayerNorm.weight");
        load(pretrained, "embeddings.LayerNorm.bias");
        for (int l = 0; l < kind.layers(); l++) {
            for (String product : PRODUCTS) {
                String layer = "encoder/layer." + l + "/" + product;
                float[] bias = pretrained.floats(layer.replace('/', '.') + ".bias");
                float[] w = pretrained.floats(pretrained.product(layer));
                put(
                        layer + ".weight",
                        transposed(w, bias.length),
                        bias.length,
                        w.length / bias.length);
                put(layer + ".bias", bias, bias.length);
            }
            for (String norm : List.of("attention.output.LayerNorm", "output.LayerNorm")) {
                load(pretrained, "encoder.layer." + l + "." + norm + ".weight");
                load(pretrained, "encoder.layer." + l + "." + norm + ".bias");
            }
        }
        Random random = new Random(seed);
        head("verdict", LinearModel.VERDICTS, 2 * WIDTH, random);
        head("detail", EncoderHeads.DETAILS, 2 * WIDTH, random);
        head("evidence", 1, WIDTH, random);
    }

    /** Each mark begins as the mean of a few words that stand where it will stand. */
    private static float[] marks(float[] table, int[][] markWords) {
        float[] marks = new float[MARKS * WIDTH];
        for (int m = 1; m < MARKS; m++) {
            for (int word : markWords[m]) {
                for (int i = 0; i < WIDTH; i++) {
                    marks[m * WIDTH + i] += table[word * WIDTH + i] / markWords[m].length;
                }
            }
        }
        return marks;
    }

    private void head(String name, int out, int in, Random random) {
        float[] w = new float[out * in];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (random.nextGaussian() * 0.02);
        }
        put(name + ".weight", w, out, in);
        put(name + ".bias", new float[out], out);
    }

    private void load(OnnxFile file, String name) {
        float[] values = file.floats(name);
        put(name, values, values.length);
    }

    private void put(String name, float[] values, long... shape) {
        weights.put(name, manager.create(values, new Shape(shape)));
    }

    /** Everything that is learnt, by name, with the first layers left out. */
    Map<String, NDArray> learnt(int frozenLayers) {
        Map<String, NDArray> learnt = new LinkedHashMap<>();
        weights.forEach(
                (name, weight) -> {
                    if (!isFrozen(name, frozenLayers)) {
                        weight.setRequiresGradient(true);
                        learnt.put(name, weight);
                    }
                });
        return learnt;
    }

    /** Whether weights begin anew rather than pretrained. */
    static boolean isNew(String name) {
        return name.equals("marks")
                || name.startsWith("verdict")
                || name.startsWith("detail")
                || name.startsWith("evidence");
    }

    private static boolean isFrozen(String name, int frozenLayers) {
        for (int l = 0; l < frozenLayers; l++) {
            if (name.startsWith("encoder/layer." + l + "/")
                    || name.startsWith("encoder.layer." + l + ".")) {
                return true;
            }
        }
        return false;
    }

    float[] values(String name) {
        return weights.get(name).toFloatArray();
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
        NDArray isMark = ids.gt(0).logicalAnd(ids.lt(MARKS));
        NDArray markIds = ids.mul(isMark.toType(ids.getDataType(), false));
        NDArray share = isMark.toType(words.getDataType(), false).expandDims(2);
        NDArray word = look(ids, words).mul(share.mul(-1).add(1));
        NDArray mark = look(markIds, weights.get("marks")).mul(share);
        NDArray place = positions.get("0:" + batch.length()).expandDims(0);
        return word.add(mark).add(place).add(look(batch.types(), types));
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
                q.matMul(k.transpose(0, 1, 3, 2)).div((float) Math.sqrt(WIDTH / HEADS)).add(mask);
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
            try (NDManager sub = manager.newSubManager()) {
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

    /** The heads' weights and biases in the order in which they are shipped. */
    float[] heads() {
        NDList all = new NDList();
        for (String head : List.of("verdict", "detail", "evidence")) {
            all.add(weights.get(head + ".weight").flatten());
            all.add(weights.get(head + ".bias").flatten());
        }
        try (NDArray flat = NDArrays.concat(all)) {
            return flat.toFloatArray();
        }
    }

    /** Writes what was learnt over the weights of a quantised model of the same kind. */
    void patch(OnnxFile quantised) {
        for (int l = 0; l < kind.layers(); l++) {
            for (String product : PRODUCTS) {
                String layer = "encoder/layer." + l + "/" + product;
                float[] bias = values(layer + ".bias");
                quantised.replace(layer.replace('/', '.') + ".bias", bias);
                float[] w = values(layer + ".weight");
                patchProduct(
                        quantised,
                        quantised.product(layer),
                        transposed(w, w.length / bias.length),
                        bias.length);
            }
        }
        for (String name : weights.keySet()) {
            if (name.contains("LayerNorm")) {
                quantised.replace(name, values(name));
            }
        }
        patchMarks(quantised);
    }

    /** Each output's weights get a scale of their own, symmetric around zero. */
    private static void patchProduct(OnnxFile file, String name, float[] w, int outputs) {
        float[] scales = new float[outputs];
        for (int i = 0; i < w.length; i++) {
            scales[i % outputs] = Math.max(scales[i % outputs], Math.abs(w[i]) / 127);
        }
        byte[] bytes = new byte[w.length];
        for (int i = 0; i < w.length; i++) {
            bytes[i] = (byte) Math.round(w[i] / Math.max(scales[i % outputs], 1e-12f));
        }
        file.replaceQuantised(name + "_quantized", bytes);
        file.replace(name + "_scale", scales);
    }

    private void patchMarks(OnnxFile file) {
        String table = "embeddings.word_embeddings.weight";
        float scale = file.floats(table + "_scale")[0];
        byte[] bytes = file.quantised(table + "_quantized");
        float[] marks = values("marks");
        for (int i = WIDTH; i < marks.length; i++) {
            int value = Math.round(marks[i] / scale) + 128;
            bytes[i] = (byte) Math.max(0, Math.min(255, value));
        }
        file.replaceQuantised(table + "_quantized", bytes);
    }

    /** Rows become columns; {@code columns} is the number of columns given. */
    private static float[] transposed(float[] w, int columns) {
        int rows = w.length / columns;
        float[] out = new float[w.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = w[r * columns + c];
            }
        }
        return out;
    }

    @Override
    public void close() {
        manager.close();
    }
}
