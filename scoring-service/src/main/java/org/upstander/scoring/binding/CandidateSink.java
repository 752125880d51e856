package org.upstander.scoring.binding;

import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.IdentifierForm;

/** Takes what looks like a protected identifier, and brings it into normal form. */
abstract class CandidateSink {
    private final FoldedText text;

    CandidateSink(FoldedText text) {
        this.text = text;
    }

    /** Takes a normal form; the place is given in folded characters. */
    abstract void normal(String kind, String normal, int start, int end);

    /** Whether nothing more is wanted. */
    abstract boolean isFull();

    /** Takes what is written otherwise than it is meant, read already. */
    void offer(String kind, String given, int start, int end) {
        IdentifierForm.of(kind, given).ifPresent(n -> normal(kind, n, start, end));
    }

    /** Takes what stands in the text. */
    void offerPlace(String kind, int start, int end) {
        var span = text.originalSpan(start, end);
        offer(kind, text.original().substring(span.start(), span.end()), start, end);
        if (!text.isPlain()) {
            // Look-alikes are seen through in the folded form only.
            offer(kind, text.slice(start, end), start, end);
        }
    }
}
