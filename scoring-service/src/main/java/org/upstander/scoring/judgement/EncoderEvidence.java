package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/** Makes places in the text of the pieces that the encoder says carry the attack. */
final class EncoderEvidence {
    private static final int MOST = 3;

    /** Pieces between two that carry it, and that go with them. */
    private static final int GAP = 2;

    private final FoldedText text;
    private final EncoderHeads.Reading reading;

    EncoderEvidence(FoldedText text, EncoderHeads.Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /** In the order of the text, at least one where there is any text. */
    List<Evidence> find(Category category) {
        List<Run> runs = runs();
        runs.sort(Comparator.comparingDouble(Run::weight).reversed());
        List<Evidence> found = new ArrayList<>(MOST);
        for (Run run : runs.subList(0, Math.min(MOST, runs.size()))) {
            Span span = text.originalSpan(wordStart(run.from()), wordEnd(run.to()) + 1);
            found.add(new Evidence(span.start(), span.end(), category, run.weight()));
        }
        found.sort(Comparator.comparingInt(Evidence::start));
        return found;
    }

    /**
     * Neighbouring pieces, as folded indices.
     *
     * @param weight the greatest probability among them
     */
    private record Run(int from, int to, double weight) {}

    private List<Run> runs() {
        EncoderTokens tokens = reading.tokens();
        List<Run> runs = new ArrayList<>();
        int from = -1;
        int last = -1;
        double weight = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.starts()[i] < 0 || reading.evidence()[i] <= 0) {
                continue;
            }
            if (from >= 0 && i - last > GAP + 1) {
                runs.add(new Run(tokens.starts()[from], tokens.ends()[last], weight));
                from = -1;
                weight = 0;
            }
            from = from < 0 ? i : from;
            last = i;
            weight = Math.max(weight, probability(i));
        }
        if (from >= 0) {
            runs.add(new Run(tokens.starts()[from], tokens.ends()[last], weight));
        }
        return runs.isEmpty() ? strongest() : runs;
    }

    private List<Run> strongest() {
        EncoderTokens tokens = reading.tokens();
        List<Run> runs = new ArrayList<>(1);
        int best = -1;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.starts()[i] >= 0
                    && (best < 0 || reading.evidence()[i] > reading.evidence()[best])) {
                best = i;
            }
        }
        if (best >= 0) {
            runs.add(new Run(tokens.starts()[best], tokens.ends()[best], probability(best)));
        }
        return runs;
    }

    private double probability(int piece) {
        return 1 / (1 + Math.exp(-reading.evidence()[piece]));
    }

    /** Pieces may be parts of words; words are shown whole. */
    private int wordStart(int folded) {
        int at = folded;
        while (at > 0 && Folding.isWord(text.chars()[at]) && Folding.isWord(text.chars()[at - 1])) {
            at--;
        }
        return at;
    }

    private int wordEnd(int folded) {
        int at = folded;
        while (at + 1 < text.length()
                && Folding.isWord(text.chars()[at])
                && Folding.isWord(text.chars()[at + 1])) {
            at++;
        }
        return at;
    }
}
