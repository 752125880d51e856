package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well scores put what is an attack before what is none, whatever the threshold. */
final class Ranking {
    private final List<Scored> scored = new ArrayList<>();

    private record Scored(double score, boolean attack) {}

    void add(double score, boolean attack) {
        scored.add(new Scored(score, attack));
    }

    /**
     * Area under the receiver operating characteristic: how often an attack has a higher score than
     * something else, ties counted half (Mann and Whitney's U); NaN where one kind is missing.
     */
    double auc() {
        List<Scored> rising =
                scored.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
        double ranks = 0;
        long attacks = 0;
        for (int from = 0; from < rising.size(); ) {
            int to = from;
            while (to < rising.size() && rising.get(to).score() == rising.get(from).score()) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (rising.get(i).attack()) {
                    attacks++;
                    ranks += (from + 1 + to) / 2.0;
                }
            }
            from = to;
        }
        long others = rising.size() - attacks;
        return (ranks - attacks * (attacks + 1) / 2.0) / ((double) attacks * others);
    }

    /** Mean of the precisions at each attack, from the highest score down; NaN without attacks. */
    double averagePrecision() {
        List<Scored> falling =
                scored.stream()
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        double sum = 0;
        int attacks = 0;
        for (int i = 0; i < falling.size(); i++) {
            if (falling.get(i).attack()) {
                sum += ++attacks / (i + 1.0);
            }
        }
        return sum / attacks;
    }

    long attacks() {
        return scored.stream().filter(Scored::attack).count();
    }

    int size() {
        return scored.size();
    }
}
