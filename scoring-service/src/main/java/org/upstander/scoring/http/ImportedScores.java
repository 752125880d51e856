package org.upstander.scoring.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.upstander.scoring.http.Problems.Violation;

/** Reads {@code attributeScores} as Perspective answers with them; scores of spans are left. */
final class ImportedScores {
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final String SHAPE =
            "must be as {\"TOXICITY\":{\"summaryScore\":{\"value\":0.9,\"type\":\"PROBABILITY\"}}}";

    private final List<Violation> violations;

    private ImportedScores(List<Violation> violations) {
        this.violations = violations;
    }

    /**
     * @param field where it stands in the request
     * @param given may be null
     * @param violations takes what is wrong
     * @return by attribute
     */
    static SortedMap<String, Double> of(String field, JsonNode given, List<Violation> violations) {
        if (given == null || given.isNull()) {
            return Collections.emptySortedMap();
        }
        return new ImportedScores(violations).read(field, given);
    }

    private SortedMap<String, Double> read(String field, JsonNode given) {
        SortedMap<String, Double> scores = new TreeMap<>();
        if (!given.isObject()) {
            wrong(field, SHAPE);
        } else if (given.size() > MOST) {
            wrong(field, "holds more than %d attributes: leave some out".formatted(MOST));
        } else {
            for (Map.Entry<String, JsonNode> attribute : given.properties()) {
                read(field, attribute.getKey(), attribute.getValue(), scores);
            }
        }
        return scores;
    }

    private void read(
            String field, String name, JsonNode attribute, SortedMap<String, Double> scores) {
        if (!NAME.matcher(name).matches()) {
            // Not repeated: it is somebody's text.
            wrong(
                    field,
                    "holds a name that no attribute has: write it as TOXICITY, in at most 64 capitals, digits and _");
            return;
        }
        String summary = field + "." + name + ".summaryScore";
        JsonNode value = attribute.path("summaryScore").path("value");
        JsonNode type = attribute.path("summaryScore").path("type");
        if (!value.isNumber()) {
            wrong(summary + ".value", "is missing or no number: the score " + SHAPE);
        } else if (!(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            wrong(summary + ".value", "must lie between 0 and 1");
        } else {
            scores.put(name, value.doubleValue());
        }
        if (!type.isMissingNode() && !type.isNull() && !"PROBABILITY".equals(type.textValue())) {
            wrong(
                    summary + ".type",
                    "must be PROBABILITY: leave out the attribute if its score is something else");
        }
    }

    private void wrong(String field, String detail) {
        violations.add(new Violation(field, detail));
    }
}
