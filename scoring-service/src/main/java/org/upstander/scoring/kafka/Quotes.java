package org.upstander.scoring.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.domain.Span;

/** Reads which passages of a post are another's words. Who that is matters to nobody here. */
final class Quotes {

    private Quotes() {}

    static List<Span> read(JsonParser json, JsonToken value) throws IOException, Refusal {
        if (value == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (value != JsonToken.START_ARRAY) {
            throw unreadable();
        }
        List<Span> quotes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            quotes.add(quote(json));
        }
        return quotes;
    }

    /** All of them lie within the text. */
    static List<Span> within(String text, List<Span> quotes) throws Refusal {
        for (Span quote : quotes) {
            if (quote.end() > text.length()) {
                throw Refusal.invalid("a quote ends behind the text");
            }
        }
        return quotes;
    }

    private static Span quote(JsonParser json) throws IOException, Refusal {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unreadable();
        }
        int start = -1;
        int end = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "start" -> start = place(json, token);
                case "end" -> end = place(json, token);
                default -> json.skipChildren();
            }
        }
        if (start < 0 || end <= start) {
            throw Refusal.invalid("a quote has no start before its end");
        }
        return new Span(start, end);
    }

    private static int place(JsonParser json, JsonToken token) throws IOException, Refusal {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw unreadable();
        }
        return json.getIntValue();
    }

    private static Refusal unreadable() {
        return new Refusal(RefusalReason.UNREADABLE, Quotes.class, "quotes is of another kind");
    }
}
