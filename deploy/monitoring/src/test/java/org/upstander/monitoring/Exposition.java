package org.upstander.monitoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services expose at {@code /q/metrics}: names, labels and the values these have. */
final class Exposition {

    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Map<String, Set<String>>> metrics = new HashMap<>();

    /**
     * @param job what Prometheus calls the service
     */
    void add(String job, String text) {
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            Map<String, Set<String>> labels =
                    metrics.computeIfAbsent(sample.group("name"), name -> new HashMap<>());
            add(labels, "job", job);
            add(labels, "instance", "");
            if (sample.group("labels") != null) {
                LABEL.matcher(sample.group("labels"))
                        .results()
                        .forEach(label -> add(labels, label.group(1), label.group(2)));
            }
        }
    }

    Set<String> names() {
        return metrics.keySet();
    }

    /** The labels that some series of it has, Prometheus' own among them. */
    Set<String> labels(String metric) {
        return metrics.getOrDefault(metric, Map.of()).keySet();
    }

    Set<String> values(String metric, String label) {
        return metrics.getOrDefault(metric, Map.of()).getOrDefault(label, Set.of());
    }

    private static void add(Map<String, Set<String>> labels, String label, String value) {
        labels.computeIfAbsent(label, name -> new TreeSet<>()).add(value);
    }
}
