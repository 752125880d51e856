package org.upstander.scoring.judgement;

import java.io.DataInputStream;
import java.io.IOException;

/** What is read off the encoder's vectors, by linear layers. */
final class EncoderHeads {
    /** Logits of the ten categories, then of "severity at least" 2, 3 and 4. */
    static final int DETAILS = 13;

    static final int CATEGORIES = 10;

    private static final int WIDTH = Encoder.WIDTH;

    private final Layer verdict;
    private final Layer detail;
    private final Layer evidence;

    private EncoderHeads(Layer verdict, Layer detail, Layer evidence) {
        this.verdict = verdict;
        this.detail = detail;
        this.evidence = evidence;
    }

    static EncoderHeads read(DataInputStream in) throws IOException {
        return new EncoderHeads(
                Layer.read(in, LinearModel.VERDICTS, 2 * WIDTH),
                Layer.read(in, DETAILS, 2 * WIDTH),
                Layer.read(in, 1, WIDTH));
    }

    /** What the encoder says of one person. */
    Reading apply(EncoderTokens tokens, float[] states) {
        float[] pooled = pooled(tokens, states);
        float[] evidences = new float[tokens.count()];
        for (int i = 0; i < evidences.length; i++) {
            evidences[i] = evidence.apply(states, i * WIDTH)[0];
        }
        return new Reading(tokens, verdict.apply(pooled, 0), detail.apply(pooled, 0), evidences);
    }

    /** The vector of the whole beside the mean of those of the person's places. */
    private static float[] pooled(EncoderTokens tokens, float[] states) {
        float[] pooled = new float[2 * WIDTH];
        System.arraycopy(states, 0, pooled, 0, WIDTH);
        int places = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.target()[i]) {
                places++;
                for (int k = 0; k < WIDTH; k++) {
                    pooled[WIDTH + k] += states[i * WIDTH + k];
                }
            }
        }
        if (places == 0) {
            System.arraycopy(states, 0, pooled, WIDTH, WIDTH);
        }
        for (int k = WIDTH; k < 2 * WIDTH && places > 1; k++) {
            pooled[k] /= places;
        }
        return pooled;
    }

    /**
     * @param verdicts logits of the four verdicts
     * @param details logits of the ten categories, then of severity at least 2, 3 and 4
     * @param evidence for each piece the logit that it carries the attack
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one call, never compared
    record Reading(EncoderTokens tokens, float[] verdicts, float[] details, float[] evidence) {}

    /** {@code out × in} weights, then {@code out} biases. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Layer(float[] weights, float[] biases) {

        static Layer read(DataInputStream in, int outputs, int inputs) throws IOException {
            return new Layer(floats(in, outputs * inputs), floats(in, outputs));
        }

        private static float[] floats(DataInputStream in, int count) throws IOException {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = in.readFloat();
            }
            return values;
        }

        float[] apply(float[] x, int from) {
            float[] out = biases.clone();
            int inputs = weights.length / biases.length;
            for (int o = 0; o < out.length; o++) {
                float sum = 0;
                for (int i = 0; i < inputs; i++) {
                    sum += weights[o * inputs + i] * x[from + i];
                }
                out[o] += sum;
            }
            return out;
        }
    }
}
