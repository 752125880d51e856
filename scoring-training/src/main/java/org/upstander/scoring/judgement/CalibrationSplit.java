package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some cases are kept back to make probabilities of a model's margins: those it learnt from would
 * show it surer than it is.
 *
 * @param learnt the most of them
 * @param kept {@value #PERCENT} of a hundred, whole pairs, the same in every run; or whole parts
 */
record CalibrationSplit(List<TrainingCorpus.Case> learnt, List<TrainingCorpus.Case> kept) {
    static final String NAME = "calibration";

    private static final int PERCENT = 6;

    /**
     * @param parts by name
     * @param kept names of parts to keep back whole: people, names and domains that the models do
     *     not know, so the probabilities are those of a new community; empty for the share
     * @throws IllegalArgumentException where there is no such part
     */
    static CalibrationSplit of(Map<String, List<TrainingCorpus.Case>> parts, List<String> kept) {
        if (kept.isEmpty()) {
            return of(parts.values().stream().flatMap(List::stream).toList());
        }
        if (!parts.keySet().containsAll(kept)) {
            throw new IllegalArgumentException(
                    "-Dtrain.kept names %s, but the parts are %s".formatted(kept, parts.keySet()));
        }
        return new CalibrationSplit(
                TrainingCorpus.without(parts, kept),
                kept.stream().flatMap(part -> parts.get(part).stream()).toList());
    }

    private static CalibrationSplit of(List<TrainingCorpus.Case> cases) {
        List<TrainingCorpus.Case> learnt = new ArrayList<>();
        List<TrainingCorpus.Case> kept = new ArrayList<>();
        for (TrainingCorpus.Case c : cases) {
            (isKept(c) ? kept : learnt).add(c);
        }
        return new CalibrationSplit(learnt, kept);
    }

    private static boolean isKept(TrainingCorpus.Case c) {
        String id = c.given().id();
        String twin = c.given().pair();
        String pair = twin == null || id.compareTo(twin) < 0 ? id : twin;
        return Integer.remainderUnsigned(pair.hashCode() * 0x9E3779B1, 100) < PERCENT;
    }
}
