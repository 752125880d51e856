package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The weights of a BERT encoder and its heads, by the names of the ONNX file that they come from
 * and go back to. Words, positions and types stay as they were pretrained; the marks for people are
 * learnt.
 */
final class BertWeights {
    /** Ids 1 to 6 of the vocabulary are the marks. */
    static final int MARKS = 7;

    private static final int WIDTH = EncoderKind.WIDTH;
    private static final int POSITIONS = 512;
    private static final String WORDS = "embeddings.word_embeddings.weight";
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

    /**
     * @param markWords for each mark ids of the words that it is like at first
     * @param seed of the heads, which begin anew
     */
    BertWeights(
            EncoderKind kind,
            OnnxFile pretrained,
            int[][] markWords,
            NDManager manager,
            long seed) {
        this.kind = kind;
        this.manager = manager;
        float[] table = pretrained.floats(WORDS);
        words = manager.create(table, new Shape(table.length / WIDTH, WIDTH));
        positions = table(pretrained, "embeddings.position_embeddings.weight", POSITIONS);
        types = table(pretrained, "embeddings.token_type_embeddings.weight", 2);
        put("marks", marks(table, markWords), MARKS, WIDTH);
        load(pretrained, "embeddings.LayerNorm.weight");
        load(pretrained, "embeddings.LayerNorm.bias");
        for (int l = 0; l < kind.layers(); l++) {
            loadLayer(pretrained, l);
        }
        Random random = new Random(seed);
        head("verdict", LinearModel.VERDICTS, 2 * WIDTH, random);
        head("detail", EncoderHeads.DETAILS, 2 * WIDTH, random);
        head("evidence", 1, WIDTH, random);
    }

    private NDArray table(OnnxFile file, String name, int rows) {
        return manager.create(file.floats(name), new Shape(rows, WIDTH));
    }

    private void loadLayer(OnnxFile file, int l) {
        for (String product : PRODUCTS) {
            String layer = "encoder/layer." + l + "/" + product;
            float[] bias = file.floats(layer.replace('/', '.') + ".bias");
            float[] w = file.floats(file.product(layer));
            put(layer + ".weight", transposed(w, bias.length), bias.length, w.length / bias.length);
            put(layer + ".bias", bias, bias.length);
        }
        for (String norm : List.of("attention.output.LayerNorm", "output.LayerNorm")) {
            load(file, "encoder.layer." + l + "." + norm + ".weight");
            load(file, "encoder.layer." + l + "." + norm + ".bias");
        }
    }

    NDArray get(String name) {
        return weights.get(name);
    }

    NDArray words() {
        return words;
    }

    NDArray positions() {
        return positions;
    }

    NDArray types() {
        return types;
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

    private float[] values(String name) {
        return weights.get(name).toFloatArray();
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
        float scale = file.floats(WORDS + "_scale")[0];
        byte[] bytes = file.quantised(WORDS + "_quantized");
        float[] marks = values("marks");
        for (int i = WIDTH; i < marks.length; i++) {
            int value = Math.round(marks[i] / scale) + 128;
            bytes[i] = (byte) Math.max(0, Math.min(255, value));
        }
        file.replaceQuantised(WORDS + "_quantized", bytes);
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
}
