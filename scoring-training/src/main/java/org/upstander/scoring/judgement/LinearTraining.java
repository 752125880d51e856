package org.upstander.scoring.judgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The linear models, trained on some cases and the public sets. */
final class LinearTraining {
    private static final int EPOCHS = 10;
    private static final float RATE = 0.1f;
    private static final float L2 = 1e-6f;
    private static final long SEED = 7;

    private final TrainingLearner verdict;
    private final SpamModel spam;

    LinearTraining(PublicSets sets, List<TrainingCorpus.Case> cases) {
        try {
            List<TrainingRow> rows = new ArrayList<>(TrainingRows.publicRows(sets));
            for (TrainingCorpus.Case c : cases) {
                if (!c.given().spam()) {
                    rows.addAll(TrainingRows.all(c));
                }
            }
            verdict = new TrainingLearner(LinearModel.VERDICT_BITS, LinearModel.VERDICTS);
            verdict.learn(rows, EPOCHS, RATE, L2, SEED);
            List<TrainingSpam.Row> spamRows = new ArrayList<>(TrainingSpam.publicRows(sets));
            spamRows.addAll(TrainingSpam.rows(cases));
            spam = TrainingSpam.learn(spamRows, SEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrainingLearner verdict() {
        return verdict;
    }

    SpamModel spam() {
        return spam;
    }

    /** Judges cases that it was not trained on. */
    void addTo(TrainingEvaluation evaluation, List<TrainingCorpus.Case> cases) {
        Map<TrainingCorpus.Case, double[]> margins = margins(cases);
        evaluation.add(cases, spam, (c, mention) -> margins.get(c)[mention]);
    }

    /** How far attack lies above all else, for each mention of each case. */
    Map<TrainingCorpus.Case, double[]> margins(List<TrainingCorpus.Case> cases) {
        Map<TrainingCorpus.Case, double[]> margins = new IdentityHashMap<>();
        for (TrainingCorpus.Case c : cases) {
            margins.put(
                    c,
                    TrainingRows.bound(c).stream()
                            .mapToDouble(row -> LinearModel.margin(verdict.logits(row)))
                            .toArray());
        }
        return margins;
    }
}
