package org.upstander.scoring.judgement;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** Cuts an encoder's text into word pieces. Thread-safe. */
final class EncoderTokenizer implements AutoCloseable {
    /** Most pieces that are read; what lies further from the person is left out. */
    static final int MAX_PIECES = 160;

    private final HuggingFaceTokenizer tokenizer;

    static {
        // Else it looks for a GPU, and complains about its absence.
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
        int[] kept = new int[over > 0 ? MAX_PIECES : ids.length];
        // [CLS] stays, and so do [SEP] and the context behind the text.
        int skip =
                over > 0 ? Math.max(0, Math.min(over, Math.max(first, 0) - MAX_PIECES * 2 / 5)) : 0;
        int cutEnd = text - 1 - Math.max(0, over - skip);
        int k = 0;
        for (int i = 0; i < ids.length && k < kept.length; i++) {
            if (i == 0 || i > skip && i < cutEnd || i >= text - 1) {
                kept[k++] = i;
            }
        }
        return k == kept.length ? kept : Arrays.copyOf(kept, k);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
