package org.upstander.ingest.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.domain.AttributeScore;

/** Reads {@code attributeScores} as Perspective answers with them; scores of spans are left. */
final class AttributeScores {

    private static final String ALL = "/attributeScores";

    private AttributeScores() {}

    static List<AttributeScore> read(Fields fields) throws IOException {
        if (!fields.object(ALL)) {
            return List.of();
        }
        List<AttributeScore> scores = new ArrayList<>();
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (AttributeScore.isName(name)) {
                scores.add(attribute(name, ALL + "/" + name, fields));
            } else {
                // Refused by the domain; no answer repeats the name, which may be anybody's text.
                fields.skip();
                scores.add(new AttributeScore(name, null, null));
            }
        }
        return scores;
    }

    private static AttributeScore attribute(String attribute, String pointer, Fields fields)
            throws IOException {
        AttributeScore score = new AttributeScore(attribute, null, null);
        if (!fields.object(pointer)) {
            return score;
        }
        for (String name = fields.next(); name != null; name = fields.next()) {
            if (name.equals("summaryScore")) {
                score = summary(attribute, pointer + "/summaryScore", fields);
            } else {
                fields.skip();
            }
        }
        return score;
    }

    private static AttributeScore summary(String attribute, String pointer, Fields fields)
            throws IOException {
        Double value = null;
        String type = null;
        if (fields.object(pointer)) {
            for (String name = fields.next(); name != null; name = fields.next()) {
                switch (name) {
                    case "value" -> value = fields.number(pointer + "/value");
                    case "type" -> type = fields.text(pointer + "/type");
                    default -> fields.skip();
                }
            }
        }
        return new AttributeScore(attribute, value, type);
    }
}
