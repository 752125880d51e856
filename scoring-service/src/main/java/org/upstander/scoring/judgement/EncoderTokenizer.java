package org.upstander.scoring.judgement;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts an encoder's text into word pieces. Thread-safe. */
final class EncoderTokenizer implements AutoCloseable {
    /** Most pieces that are read; what lies further from the person is left out. */
    static final int MAX_PIECES = 160;

    private final HuggingFaceTokenizer tokenizer;

    static {
        // DJL tells its makers once a day that it is used, and fetches a library where it sees a
        // GPU. Nothing of ours calls anywhere unasked.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    EncoderTokenizer(InputStream vocabulary) throws IOException {
        tokenizer =
                HuggingFaceTokenizer.newInstance(
                        vocabulary, Map.of("truncation", "false", "padding", "false"));
    }

    EncoderTokens cut(EncoderText input) {
        Encoding encoding =
                input.context().isEmpty()
                        ? tokenizer.encode(input.text())
                        : tokenizer.encode(input.text(), input.context());
        long[] ids = encoding.getIds();
        long[] types = encoding.getTypeIds();
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] kept = kept(ids, types, spans, input);
        EncoderTokens tokens =
                new EncoderTokens(
                        new long[kept.length],
                        new long[kept.length],
                        new int[kept.length],
                        new int[kept.length],
                        new boolean[kept.length]);
        for (int k = 0; k < kept.length; k++) {
            int i = kept[k];
            boolean text = types[i] == 0 && spans[i] != null;
            tokens.ids()[k] = ids[i];
            tokens.types()[k] = types[i];
            tokens.starts()[k] = text ? input.folded(spans[i].getStart()) : -1;
            tokens.ends()[k] = text ? input.folded(spans[i].getEnd() - 1) : -1;
            tokens.target()[k] = text && isTarget(input, spans[i]);
        }
        if (!tokens.hasTarget()) {
            // Whom the text does not name may be named by where it stands.
            for (int k = 0; k < kept.length; k++) {
                int i = kept[k];
                tokens.target()[k] =
                        types[i] == 1
                                && spans[i] != null
                                && input.context().charAt(spans[i].getStart()) == MarkedText.TARGET;
            }
        }
        return tokens;
    }

    private static boolean isTarget(EncoderText input, CharSpan span) {
        char c = input.text().charAt(span.getStart());
        return c == MarkedText.TARGET || c == MarkedText.YOU;
    }

    /** All, or a window around the first target together with what frames it. */
    private static int[] kept(long[] ids, long[] types, CharSpan[] spans, EncoderText input) {
        int over = ids.length - MAX_PIECES;
        int text = 0;
        int first = -1;
        for (int i = 0; i < ids.length; i++) {
            if (types[i] == 0) {
                text = i + 1;
                first = first < 0 && spans[i] != null && isTarget(input, spans[i]) ? i : first;
            }
        }
        if (over <= 0) {
            return IntStream.range(0, ids.length).toArray();
        }
        // [CLS] stays, and so do [SEP] and the context behind the text.
        int behind = Math.min(ids.length - (text - 1), MAX_PIECES / 2);
        int window = MAX_PIECES - 1 - behind;
        int latest = Math.max(1, text - 1 - window);
        int from = Math.max(1, Math.min(latest, first - window * 2 / 5));
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.concat(
                                IntStream.range(from, Math.min(from + window, text - 1)),
                                IntStream.range(text - 1, text - 1 + behind)))
                .toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
