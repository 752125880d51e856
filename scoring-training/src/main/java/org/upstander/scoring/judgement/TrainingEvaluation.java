package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.scoring.domain.Thresholds;

/** The alert test: who is said to be attacked, against who is. */
final class TrainingEvaluation {
    private static final double CERTAIN = 50;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<TrainingCorpus.Case> cases = new ArrayList<>();

    /** One (case, staff); the margin is the attack's logit over all others. */
    private record Decision(String id, double margin, boolean attacked) {}

    /** How far attack lies above all else, as to the person of a mention. */
    interface Margins {
        double of(TrainingCorpus.Case c, int mention);
    }

    /** Judges cases by what was not trained on them. */
    void add(List<TrainingCorpus.Case> some, SpamModel spam, Margins margins) {
        for (TrainingCorpus.Case c : some) {
            if (!c.given().isOpen()) {
                cases.add(c);
                add(c, spam.probability(c.text()) >= Thresholds.SHIPPED.spam(), margins);
            }
        }
    }

    private void add(TrainingCorpus.Case c, boolean isSpam, Margins margins) {
        for (int i = 0; i < c.mentions().size(); i++) {
            var mention = c.mentions().get(i);
            double margin = margins.of(c, i);
            margin = mention.protectedKind() != null ? CERTAIN : margin;
            margin = isSpam ? -CERTAIN : margin;
            decisions.add(new Decision(c.given().id(), margin, c.isAttacked(mention.staffId())));
        }
        for (TrainingCorpus.Person missed : c.missed()) {
            if (missed.isAttack()) {
                decisions.add(new Decision(c.given().id(), -2 * CERTAIN, true));
            }
        }
    }

    /** At the threshold with the greatest F1: what a model could reach with its own bar. */
    String atBest() {
        double best = 0;
        double bestF1 = -1;
        for (double threshold = -4; threshold <= 4; threshold += 0.25) {
            double f1 = f1(threshold);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = threshold;
            }
        }
        return at(best);
    }

    private double f1(double threshold) {
        int right = 0;
        int wrong = 0;
        for (Decision d : decisions) {
            boolean said = d.margin() > threshold;
            right += said && d.attacked() ? 1 : 0;
            wrong += said != d.attacked() ? 1 : 0;
        }
        return 2.0 * right / Math.max(1, 2.0 * right + wrong);
    }

    String at(double threshold) {
        int tp = 0;
        int fp = 0;
        int fn = 0;
        Set<String> wrong = new HashSet<>();
        for (Decision d : decisions) {
            boolean said = d.margin() > threshold;
            tp += said && d.attacked() ? 1 : 0;
            fp += said && !d.attacked() ? 1 : 0;
            fn += !said && d.attacked() ? 1 : 0;
            if (said != d.attacked()) {
                wrong.add(d.id());
            }
        }
        return String.format(
                Locale.ROOT,
                "P %.3f R %.3f F1 %.3f pairs %.3f (%d decisions)",
                tp / (double) Math.max(1, tp + fp),
                tp / (double) Math.max(1, tp + fn),
                2.0 * tp / Math.max(1, 2.0 * tp + fp + fn),
                pairs(wrong),
                decisions.size());
    }

    private double pairs(Set<String> wrong) {
        Set<String> ids = cases.stream().map(c -> c.given().id()).collect(Collectors.toSet());
        int all = 0;
        int right = 0;
        for (TrainingCorpus.Case c : cases) {
            String id = c.given().id();
            String twin = c.given().pair();
            if (twin != null && id.compareTo(twin) < 0 && ids.contains(twin)) {
                all++;
                right += wrong.contains(id) || wrong.contains(twin) ? 0 : 1;
            }
        }
        return right / (double) Math.max(1, all);
    }
}
