package org.upstander.scoring.judgement;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A BERT encoder in ONNX form: one vector for each word piece. Thread-safe; each call runs on the
 * caller's thread, because posts are scored side by side already.
 */
final class Encoder implements AutoCloseable {
    /** Numbers in a vector. */
    static final int WIDTH = 384;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /**
     * @param model an ONNX file with the inputs {@code input_ids}, {@code attention_mask} and
     *     {@code token_type_ids}
     */
    Encoder(byte[] model) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder cannot be loaded", e);
        }
    }

    /** The pieces' vectors one after the other, {@value #WIDTH} numbers each. */
    float[] read(EncoderTokens tokens) {
        long[] mask = new long[tokens.count()];
        Arrays.fill(mask, 1);
        try (OnnxTensor ids = tensor(tokens.ids());
                OnnxTensor attention = tensor(mask);
                OnnxTensor types = tensor(tokens.types());
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", attention,
                                        "token_type_ids", types))) {
            float[] states = new float[tokens.count() * WIDTH];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(states);
            return states;
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The encoder failed on " + tokens.count() + " pieces", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
