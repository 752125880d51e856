package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The alert test: who is said to be attacked, against who is. */
final class TrainingEvaluation {
    private static final double CERTAIN = 50;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<TrainingCorpus.Case> cases = new ArrayList<>();

    /** One (case, staff); the margin is the attack's logit over all others. */
    private record Decision(String id, double margin, boolean attacked) {}

    /** Judges cases with a model that was not trained on them. */
    void add(List<TrainingCorpus.Case> some, TrainingLearner verdict, SpamModel spam) {
        for (TrainingCorpus.Case c : some) {
            if (!c.anyOf()) {
                cases.add(c);
                boolean isSpam = spam.probability(c.text()) >= Thresholds.SHIPPED.spam();
                add(c, TrainingRows.bound(c), verdict, isSpam);
            }
        }
    }

    private void add(
            TrainingCorpus.Case c,
            List<TrainingRow> rows,
            TrainingLearner verdict,
            boolean isSpam) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            var mention = c.mentions().get(i);
            seen.add(mention.staffId());
            TrainingCorpus.Label label = c.labels().get(mention.staffId());
            double margin = LinearModel.margin(verdict.logits(rows.get(i)));
            margin = mention.protectedKind() != null ? CERTAIN : margin;
            margin = isSpam ? -CERTAIN : margin;
            decisions.add(new Decision(c.id(), margin, label != null && label.verdict() == 0));
        }
        for (TrainingCorpus.Label label : c.labels().values()) {
            if (label.verdict() == 0 && !seen.contains(label.staff())) {
                decisions.add(new Decision(c.id(), -2 * CERTAIN, true));
            }
        }
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
        Map<String, TrainingCorpus.Case> byId = new HashMap<>();
        cases.forEach(c -> byId.put(c.id(), c));
        int all = 0;
        int right = 0;
        for (TrainingCorpus.Case c : cases) {
            if (c.pair() != null && c.id().compareTo(c.pair()) < 0 && byId.containsKey(c.pair())) {
                all++;
                right += wrong.contains(c.id()) || wrong.contains(c.pair()) ? 0 : 1;
            }
        }
        return right / (double) Math.max(1, all);
    }

    /** Slope and offset that make probabilities of the margins, by Newton's method. */
    double[] calibrate() {
        double a = 1;
        double b = 0;
        for (int round = 0; round < 50; round++) {
            double ga = 0;
            double gb = 0;
            double haa = 1e-6;
            double hab = 0;
            double hbb = 1e-6;
            for (Decision d : decisions) {
                if (Math.abs(d.margin()) >= CERTAIN) {
                    continue;
                }
                double p = 1 / (1 + Math.exp(-(a * d.margin() + b)));
                double e = p - (d.attacked() ? 1 : 0);
                double v = p * (1 - p);
                ga += e * d.margin();
                gb += e;
                haa += v * d.margin() * d.margin();
                hab += v * d.margin();
                hbb += v;
            }
            double det = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / det;
            b -= (haa * gb - hab * ga) / det;
        }
        return new double[] {a, b};
    }
}
