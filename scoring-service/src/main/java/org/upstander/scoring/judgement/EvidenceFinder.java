package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Evidence;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;

/** Finds the parts of a text that spoke most for an attack. */
final class EvidenceFinder {
    private static final int MOST = 3;
    private static final double LEAST_SHARE = 0.15;

    private final FoldedText text;
    private final MarkedText marked;
    private final Features features;
    private final MarkedWords words;
    private final double[] scores;

    EvidenceFinder(LinearModel model, FoldedText text, MarkedText marked, Features features) {
        this.text = text;
        this.marked = marked;
        this.features = features;
        this.words = features.words();
        this.scores = wordScores(model);
    }

    /** In the order of the text. */
    List<Evidence> find(Category category) {
        double total = 0;
        for (double score : scores) {
            total += Math.max(0, score);
        }
        List<Evidence> found = new ArrayList<>(MOST);
        while (total > 0 && found.size() < MOST) {
            int[] window = bestWindow();
            double weight = window == null ? 0 : take(window) / total;
            if (weight < LEAST_SHARE && !found.isEmpty() || weight <= 0) {
                break;
            }
            Span span =
                    text.originalSpan(
                            marked.folded(words.start(window[0])),
                            marked.folded(words.end(window[1]) - 1) + 1);
            found.add(new Evidence(span.start(), span.end(), category, Math.min(1, weight)));
        }
        found.sort(Comparator.comparingInt(Evidence::start));
        return found;
    }

    /** Each feature's weight, shared out over the words under it. */
    private double[] wordScores(LinearModel model) {
        double[] perChar = new double[marked.length() + 1];
        for (int group = Features.WHOLE; group <= Features.NEAR; group++) {
            float scale = features.scale(group);
            for (int f = features.groupStart(group); f < features.groupEnd(group); f++) {
                int width = features.end(f) - features.start(f);
                double share = model.attackWeight(features, f) * scale / Math.max(1, width);
                // A difference array: summed up below, so that long n-grams cost no more.
                perChar[features.start(f)] += share;
                perChar[features.end(f)] -= share;
            }
        }
        double[] perWord = new double[words.count()];
        double running = 0;
        int at = 0;
        for (int w = 0; w < perWord.length; w++) {
            for (; at < words.end(w); at++) {
                running += perChar[at];
                perWord[w] += at >= words.start(w) ? running : 0;
            }
        }
        return perWord;
    }

    /** The run of words, within a sentence, with the greatest sum; null where none is positive. */
    private int[] bestWindow() {
        double best = 0;
        int[] window = null;
        double sum = 0;
        int from = 0;
        for (int w = 0; w < scores.length; w++) {
            boolean newSentence = w > 0 && words.sentence(w) != words.sentence(w - 1);
            if (sum <= 0 || newSentence) {
                sum = 0;
                from = w;
            }
            sum += scores[w];
            if (sum > best) {
                best = sum;
                window = new int[] {from, w};
            }
        }
        return window;
    }

    /** The sum of a window, which is not found again. */
    private double take(int[] window) {
        double sum = 0;
        for (int w = window[0]; w <= window[1]; w++) {
            sum += scores[w];
            scores[w] = Double.NEGATIVE_INFINITY;
        }
        return sum;
    }
}
