package org.upstander.scoring.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Least figures that a run must reach, {@code f1=0.9,pairs=0.8}. */
final class SuiteThresholds {
    private static final Pattern THRESHOLD = Pattern.compile("([A-Za-z0-9]+)=([01](?:\\.[0-9]+)?)");

    private final Map<String, Double> least = new LinkedHashMap<>();

    /**
     * @param given empty for none; null too, as which Maven hands an empty property on
     * @throws BadSuite when it is no list of figures
     */
    static SuiteThresholds of(String given) {
        SuiteThresholds thresholds = new SuiteThresholds();
        for (String one : given == null ? new String[0] : given.split(",")) {
            if (!one.isBlank()) {
                thresholds.add(one.strip());
            }
        }
        return thresholds;
    }

    private void add(String one) {
        Matcher named = THRESHOLD.matcher(one);
        if (named.matches()) {
            least.put(named.group(1), Double.valueOf(named.group(2)));
        } else {
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
                    if (!(reached >= wanted)) {
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
