package org.upstander.scoring.judgement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.upstander.scoring.domain.FoldedText;

/**
 * Tells spam by single words and pairs of neighbours, from the hashes that folding left. Looked at
 * for every post, so it costs no more than one look at each word.
 */
final class SpamModel {
    static final int BITS = 15;
    static final int MAX_WORDS = 400;

    /** Links with money, numbers, exclamation marks: what spam looks like whatever it sells. */
    static final int SHAPES = 9 + 4 + 3;

    private static final int PAIR = 0x5BD1E995;

    private final float unit;
    private final float bias;
    private final float[] shapes;
    private final byte[] weights;

    SpamModel(float unit, float bias, float[] shapes, byte[] weights) {
        this.unit = unit;
        this.bias = bias;
        this.shapes = shapes;
        this.weights = weights;
    }

    static SpamModel read(DataInputStream in) throws IOException {
        float unit = in.readFloat();
        float bias = in.readFloat();
        float[] shapes = new float[SHAPES];
        for (int i = 0; i < SHAPES; i++) {
            shapes[i] = in.readFloat();
        }
        byte[] weights = new byte[1 << BITS];
        in.readFully(weights);
        return new SpamModel(unit, bias, shapes, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(unit);
        out.writeFloat(bias);
        for (float shape : shapes) {
            out.writeFloat(shape);
        }
        out.write(weights);
    }

    double probability(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        int n = Math.min(MAX_WORDS, tokens.count());
        int[] hashes = tokens.hashes();
        int sum = 0;
        int before = 0;
        for (int t = 0; t < n; t++) {
            int hash = hashes[t];
            sum += weights[single(hash)] + weights[pair(before, hash)];
            before = hash;
        }
        int shape = shape(text);
        double z = bias + sum * unit / Math.sqrt(2.0 * n + 1);
        z += shapes[shape & 15] + shapes[(shape >> 4) & 15] + shapes[shape >> 8];
        return 1 / (1 + Math.exp(-z));
    }

    /** Three indices in the shapes' weights, four bits each. */
    static int shape(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        char[] chars = text.chars();
        int links = 0;
        int money = 0;
        int numbers = 0;
        int cries = 0;
        for (int t = 0; t < tokens.count() && t < MAX_WORDS; t++) {
            int start = tokens.starts()[t];
            int end = tokens.ends()[t];
            char after = end < text.length() ? chars[end] : ' ';
            boolean number = chars[start] >= '0' && chars[start] <= '9';
            if (number) {
                char before = start > 0 ? chars[start - 1] : ' ';
                numbers++;
                money += isMoney(before) || isMoney(after) ? 1 : 0;
            }
            cries += after == '!' ? 1 : 0;
            boolean joined =
                    after == '.'
                            && end + 1 < text.length()
                            && chars[end + 1] >= 'a'
                            && chars[end + 1] <= 'z';
            links += joined ? 1 : 0;
        }
        int first = Math.min(2, links) * 3 + Math.min(2, money);
        int second = 9 + Math.min(3, numbers);
        int third = 13 + Math.min(2, cries);
        return first | second << 4 | third << 8;
    }

    private static boolean isMoney(char c) {
        return c == '$' || c == '%' || c == '\u20ac' || c == '\u00a3';
    }

    static int single(int hash) {
        return (hash * 0x9E3779B1) >>> (32 - BITS);
    }

    static int pair(int before, int hash) {
        return ((before * PAIR + hash) * 0x85EBCA6B) >>> (32 - BITS);
    }
}
