package org.upstander.scoring.judgement;

import java.util.stream.IntStream;

/**
 * What the encoder would read if it were not told whom it judges for: the person is written as any
 * member of staff is, and the text is judged as a whole. Only to measure what the marks are worth.
 */
final class Unmarked {
    private Unmarked() {}

    static EncoderTokens of(EncoderTokens marked) {
        int[] kept =
                IntStream.range(0, marked.count())
                        .filter(i -> marked.ids()[i] != MarkedText.YOU)
                        .toArray();
        EncoderTokens plain =
                new EncoderTokens(
                        new long[kept.length],
                        new long[kept.length],
                        new int[kept.length],
                        new int[kept.length],
                        new boolean[kept.length]);
        for (int k = 0; k < kept.length; k++) {
            int i = kept[k];
            long id = marked.ids()[i];
            plain.ids()[k] = id == MarkedText.TARGET ? MarkedText.OTHER : id;
            plain.types()[k] = marked.types()[i];
            plain.starts()[k] = marked.starts()[i];
            plain.ends()[k] = marked.ends()[i];
        }
        return plain;
    }
}
