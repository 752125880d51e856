package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;

/** Learns spam and the languages' words. */
final class TrainingSpam {
    private static final Folding FOLDING = new Folding();
    private static final int EPOCHS = 12;
    private static final float RATE = 0.1f;
    private static final float SHAPE_RATE = 0.01f;
    private static final float SPAM_WEIGHT = 10;

    private TrainingSpam() {}

    record Row(FoldedText text, boolean spam, float weight) {}

    static List<Row> rows(List<TrainingCorpus.Case> corpus) {
        List<Row> rows = new ArrayList<>();
        for (TrainingCorpus.Case c : corpus) {
            boolean spam = c.given().spam();
            rows.add(new Row(c.text(), spam, spam ? SPAM_WEIGHT : 1));
        }
        return rows;
    }

    static List<Row> publicRows(PublicSets sets) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JsonNode n : sets.rows("youtube-spam")) {
            rows.add(new Row(FOLDING.fold(n.get("text").asText()), n.get("spam").asInt() == 1, 1));
        }
        for (JsonNode n : sets.rows("vcu")) {
            rows.add(new Row(FOLDING.fold(n.get("text").asText()), false, 0.5f));
        }
        return rows;
    }

    static SpamModel learn(List<Row> given, long seed) {
        List<Row> rows = new ArrayList<>(given);
        Random random = new Random(seed);
        float[] w = new float[1 << SpamModel.BITS];
        float[] g2 = new float[w.length];
        float bias = 0;
        float[] shapes = new float[SpamModel.SHAPES];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(rows, random);
            for (Row row : rows) {
                int[] features = features(row.text());
                float scale = (float) (1 / Math.sqrt(features.length + 1.0));
                int[] shape = shape(row.text());
                float z = bias;
                for (int f : features) {
                    z += w[f] * scale;
                }
                for (int f : shape) {
                    z += shapes[f];
                }
                float p = (float) (1 / (1 + Math.exp(-z)));
                float g = (p - (row.spam() ? 1 : 0)) * row.weight();
                bias -= SHAPE_RATE * g;
                for (int f : shape) {
                    shapes[f] -= SHAPE_RATE * g;
                }
                for (int f : features) {
                    float gf = g * scale;
                    g2[f] += gf * gf;
                    w[f] -= RATE * gf / (float) Math.sqrt(g2[f] + 1e-4);
                }
            }
        }
        return quantised(w, bias, shapes);
    }

    private static SpamModel quantised(float[] w, float bias, float[] shapes) {
        float max = 1e-6f;
        for (float v : w) {
            max = Math.max(max, Math.abs(v));
        }
        byte[] q = new byte[w.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = (byte) Math.round(w[i] / max * 127);
        }
        return new SpamModel(max / 127, bias, shapes, q);
    }

    private static int[] shape(FoldedText text) {
        int shape = SpamModel.shape(text);
        return new int[] {shape & 15, (shape >> 4) & 15, shape >> 8};
    }

    private static int[] features(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        int n = Math.min(SpamModel.MAX_WORDS, tokens.count());
        int[] features = new int[2 * n];
        int before = 0;
        for (int t = 0; t < n; t++) {
            features[2 * t] = SpamModel.single(tokens.hashes()[t]);
            features[2 * t + 1] = SpamModel.pair(before, tokens.hashes()[t]);
            before = tokens.hashes()[t];
        }
        return features;
    }

    /** Words that at least two posts of a language have, and hardly any of the others. */
    static LanguageTable languages(List<TrainingCorpus.Case> corpus) {
        Map<Integer, Map<String, Integer>> uses = new HashMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (TrainingCorpus.Case c : corpus) {
            sizes.merge(c.given().lang(), 1, Integer::sum);
            c.text().tokens();
            for (int t = 0; t < c.text().tokens().count(); t++) {
                uses.computeIfAbsent(c.text().tokens().hashes()[t], h -> new TreeMap<>())
                        .merge(c.given().lang(), 1, Integer::sum);
            }
        }
        String[] languages = sizes.keySet().toArray(String[]::new);
        byte[] table = new byte[1 << LanguageTable.BITS];
        double[] strength = new double[table.length];
        uses.forEach(
                (hash, by) -> {
                    for (int l = 0; l < languages.length; l++) {
                        int own = by.getOrDefault(languages[l], 0);
                        double rate = own / (double) sizes.get(languages[l]);
                        double others = 0;
                        for (String other : languages) {
                            others +=
                                    other.equals(languages[l])
                                            ? 0
                                            : by.getOrDefault(other, 0) / (double) sizes.get(other);
                        }
                        int slot = LanguageTable.slot(hash);
                        if (own >= 2 && rate > 3 * others && rate > strength[slot]) {
                            strength[slot] = rate;
                            table[slot] = (byte) (l + 1);
                        }
                    }
                });
        return new LanguageTable(languages, table);
    }
}
