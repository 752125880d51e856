package org.upstander.alert.application.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences with which the engine says why somebody is called. They are kept as rows, in
 * English, as the timeline is; whoever is told of them in another language is told the same.
 */
final class Reasons {

    static final String KIND = "reason.kind";

    private static final Pattern PLACEHOLDER = Pattern.compile("%\\d\\$s");
    private static final Map<String, Pattern> KNOWN = patterns();

    private Reasons() {}

    /**
     * @param key of the sentence
     * @param values what is filled in, in order
     */
    record Reason(String key, List<String> values) {}

    private static Map<String, Pattern> patterns() {
        ResourceBundle english = Texts.english();
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String key : new TreeSet<>(english.keySet())) {
            if (key.startsWith("reason.")) {
                String quoted =
                        PLACEHOLDER
                                .matcher("\\Q" + english.getString(key) + "\\E")
                                .replaceAll("\\\\E(.+)\\\\Q");
                patterns.put(key, Pattern.compile(quoted));
            }
        }
        return patterns;
    }

    static Optional<Reason> known(String english) {
        return KNOWN.entrySet().stream()
                .map(one -> reason(one.getKey(), one.getValue().matcher(english)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reason> reason(String key, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            values.add(matcher.group(group));
        }
        return Optional.of(new Reason(key, values));
    }
}
