package org.upstander.scoring.domain;

import java.util.List;
import org.upstander.scoring.domain.Assessment.CategoryScore;

/**
 * Why an assessment is what it is.
 *
 * @param rule the certain rule that decided, {@code protected-identifier}; null where the models
 *     did
 * @param threshold least score that is an attack on this person; null where a rule decided
 * @param encoder probability of an attack by the encoder alone, not calibrated; null with a rule
 * @param ngrams the same by the linear model
 * @param categories all of them, strongest first; empty with a rule
 * @param places every place that means the person
 * @param answered whether "you" means the person
 * @param confidence of the binding, 0 to 1
 * @param opinion the second opinion; null where none was wanted
 */
public record Explanation(
        String rule,
        Double threshold,
        Double encoder,
        Double ngrams,
        List<CategoryScore> categories,
        List<Span> places,
        boolean answered,
        double confidence,
        Opinion opinion) {

    public Explanation {
        categories = List.copyOf(categories);
        places = List.copyOf(places);
    }

    /** Of a judgement that stands by itself. */
    public Explanation(
            String rule,
            Double threshold,
            Double encoder,
            Double ngrams,
            List<CategoryScore> categories,
            List<Span> places,
            boolean answered,
            double confidence) {
        this(rule, threshold, encoder, ngrams, categories, places, answered, confidence, null);
    }

    /** The same, and what a second opinion said. */
    public Explanation with(Opinion second) {
        return new Explanation(
                rule, threshold, encoder, ngrams, categories, places, answered, confidence, second);
    }
}
