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
    private static final int PAIR = 0x5BD1E995;

    private final float unit;
    private final float bias;
    private final byte[] weights;

    SpamModel(float unit, float bias, byte[] weights) {
        this.unit = unit;
        this.bias = bias;
        this.weights = weights;
    }

    static SpamModel read(DataInputStream in) throws IOException {
        float unit = in.readFloat();
        float bias = in.readFloat();
        byte[] weights = new byte[1 << BITS];
        in.readFully(weights);
        return new SpamModel(unit, bias, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(unit);
        out.writeFloat(bias);
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
        double z = bias + sum * unit / Math.sqrt(2.0 * n + 1);
        return 1 / (1 + Math.exp(-z));
    }

    static int single(int hash) {
        return (hash * 0x9E3779B1) >>> (32 - BITS);
    }

    static int pair(int before, int hash) {
        return ((before * PAIR + hash) * 0x85EBCA6B) >>> (32 - BITS);
    }
}
