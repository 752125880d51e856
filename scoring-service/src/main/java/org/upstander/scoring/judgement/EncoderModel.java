package org.upstander.scoring.judgement;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;

/**
 * The target-aware encoder that is shipped: vocabulary, weights, heads, and how its logits and the
 * linear model's make one probability. Thread-safe.
 */
final class EncoderModel {
    static final String WEIGHTS = "encoder.onnx";
    static final String VOCABULARY = "encoder-vocabulary.json";
    static final String HEADS = "encoder-heads.bin";

    private final EncoderTokenizer tokenizer;
    private final Encoder encoder;
    private final EncoderHeads heads;
    private final Blend blend;

    private EncoderModel(
            EncoderTokenizer tokenizer, Encoder encoder, EncoderHeads heads, Blend blend) {
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.heads = heads;
        this.blend = blend;
    }

    /** The model in this package's resources. */
    static EncoderModel shipped() {
        try (InputStream vocabulary = resource(VOCABULARY);
                InputStream weights = resource(WEIGHTS);
                DataInputStream heads =
                        new DataInputStream(new BufferedInputStream(resource(HEADS)))) {
            Blend blend = Blend.read(heads);
            return new EncoderModel(
                    new EncoderTokenizer(vocabulary),
                    new Encoder(weights.readAllBytes()),
                    EncoderHeads.read(heads),
                    blend);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream in = EncoderModel.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(
                    name + " is missing; make it with mvn -Ptrain, see scoring-training");
        }
        return in;
    }

    Blend blend() {
        return blend;
    }

    /**
     * @param marked the post's text, marked for {@code target}
     * @param all whom the post means
     */
    EncoderHeads.Reading read(Post post, MarkedText marked, Mention target, List<Mention> all) {
        EncoderTokens tokens = tokenizer.cut(new EncoderText(post, marked, target, all));
        return heads.apply(tokens, encoder.read(tokens));
    }
}
