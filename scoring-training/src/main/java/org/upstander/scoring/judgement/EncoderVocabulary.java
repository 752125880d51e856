package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A pretrained vocabulary in which six of the unused words are the marks of {@link MarkedText}, so
 * that the tokenizer takes each for one piece.
 */
final class EncoderVocabulary {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What each mark means before it is learnt. */
    private static final String[][] LIKE = {
        {},
        {"anna", "tom", "maria", "david", "sam", "laura", "peter", "alex", "she", "he"},
        {"emma", "john", "lucy", "paul", "chris", "sarah", "kevin", "julia"},
        {"user", "member", "someone"},
        {"link", "website"},
        {"you"},
        {"number", "10"}
    };

    private final ObjectNode tokenizer;

    EncoderVocabulary(EncoderKind kind) throws IOException {
        try (InputStream in =
                EncoderVocabulary.class.getClassLoader().getResourceAsStream(kind.vocabulary())) {
            tokenizer = (ObjectNode) JSON.readTree(in);
        }
        tokenizer.putNull("truncation");
        tokenizer.putNull("padding");
        ObjectNode words = (ObjectNode) tokenizer.at("/model/vocab");
        ArrayNode added = (ArrayNode) tokenizer.get("added_tokens");
        for (int mark = MarkedText.TARGET; mark <= MarkedText.NUMBER; mark++) {
            String sign = String.valueOf((char) mark);
            words.remove("[unused" + (mark - 1) + "]");
            words.put(sign, mark);
            ObjectNode token = JSON.createObjectNode();
            token.put("id", mark).put("content", sign);
            for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
                token.put(flag, false);
            }
            added.insert(mark, token.put("special", true));
        }
    }

    /** Ids of the words that a mark is like at first, by mark. */
    int[][] like() {
        JsonNode words = tokenizer.at("/model/vocab");
        int[][] ids = new int[LIKE.length][];
        for (int m = 0; m < ids.length; m++) {
            ids[m] = new int[LIKE[m].length];
            for (int i = 0; i < ids[m].length; i++) {
                ids[m][i] = words.get(LIKE[m][i]).asInt();
            }
        }
        return ids;
    }

    byte[] bytes() throws IOException {
        return JSON.writeValueAsBytes(tokenizer);
    }
}
