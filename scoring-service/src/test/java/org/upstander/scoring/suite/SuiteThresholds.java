package org.upstander.scoring.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Least figures that a run must reach, {@code f1=0.9,pairs=0.8}. */
final class SuiteThresholds {
    private final Map<String, Double> least = new LinkedHashMap<>();

    /**
     * @throws BadSuite when it is no list of figures
     */
    static SuiteThresholds of(String given) {
        SuiteThresholds thresholds = new SuiteThresholds();
        for (String one : given.split(",")) {
            if (!one.isBlank()) {
                thresholds.add(one.strip());
            }
        }
        return thresholds;
    }

    private void add(String one) {
        String[] parts = one.split("=");
        try {
            least.put(parts[0], Double.valueOf(parts[1]));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new BadSuite("thresholds: '" + one + "' is none; write f1=0.9,pairs=0.8");
        }
    }

    /** What was missed, in words; empty when all was reached. */
    List<String> missed(Map<String, Double> figures) {
        List<String> missed = new ArrayList<>();
        least.forEach(
                (name, wanted) -> {
                    Double reached = figures.get(name);
                    if (reached == null) {
                        throw new BadSuite(
                                "thresholds: no figure %s; there are %s"
                                        .formatted(name, String.join(", ", figures.keySet())));
                    }
                    if (reached < wanted) {
                        missed.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s is %.3f, wanted %.3f",
                                        name,
                                        reached,
                                        wanted));
                    }
                });
        return missed;
    }
}
