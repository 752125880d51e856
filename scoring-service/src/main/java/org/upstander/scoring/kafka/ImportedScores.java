package org.upstander.scoring.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upstander.scoring.application.RefusalReason;

/** Reads the scores of another classifier that a post's event may carry. */
final class ImportedScores {
    private static final int MOST = 20;
    private static final int NAME = 64;

    private ImportedScores() {}

    /** By attribute; of two for the same attribute the latter. */
    static SortedMap<String, Double> read(JsonParser json, JsonToken value)
            throws IOException, Refusal {
        SortedMap<String, Double> scores = new TreeMap<>();
        if (value == JsonToken.VALUE_NULL) {
            return scores;
        }
        if (value != JsonToken.START_ARRAY) {
            throw unreadable();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readOne(json, scores);
            if (scores.size() > MOST) {
                throw Refusal.invalid("attributeScores holds more than " + MOST);
            }
        }
        return scores;
    }

    private static void readOne(JsonParser json, SortedMap<String, Double> scores)
            throws IOException, Refusal {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unreadable();
        }
        String name = null;
        double score = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            if (field.equals("name") && token == JsonToken.VALUE_STRING) {
                name = json.getText();
            } else if (field.equals("score") && token.isNumeric()) {
                score = json.getDoubleValue();
            } else {
                json.skipChildren();
            }
        }
        if (!(score >= 0 && score <= 1)) {
            throw Refusal.invalid("a score of attributeScores is missing or not within 0 to 1");
        }
        scores.put(PostRules.required("attributeScores.name", name, NAME), score);
    }

    private static Refusal unreadable() {
        return new Refusal(
                RefusalReason.UNREADABLE, ImportedScores.class, "a field is of another kind");
    }
}
