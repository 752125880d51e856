package org.upstander.ingest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** Reads the fields of one item; a field of the wrong type is noted and reading goes on. */
final class Fields {

    private final JsonParser json;
    private List<Violation> wrong = List.of();

    Fields(JsonParser json) {
        this.json = json;
    }

    List<Violation> wrong() {
        return wrong;
    }

    /** The value under the parser as text; null for null. */
    String text(String pointer) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> null;
            default -> wrong(pointer, "a string");
        };
    }

    /** An id: text, or the whole number that many platforms send. */
    String id(String pointer) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : text(pointer);
    }

    /** A number; null for null. */
    Double number(String pointer) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return json.getDoubleValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                wrong(pointer, "a number");
                return null;
            }
        }
    }

    boolean flag(String pointer) throws IOException {
        switch (json.currentToken()) {
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE, VALUE_NULL -> {
                return false;
            }
            default -> {
                wrong(pointer, "true or false");
                return false;
            }
        }
    }

    /** Whether an object begins here, whose fields are to be read next. */
    boolean object(String pointer) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            wrong(pointer, "an object");
        }
        return false;
    }

    /** An author: an object, or a string, which is the handle. */
    Author author(String pointer) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return new Author(null, json.getText(), null);
        }
        if (!object(pointer)) {
            return null;
        }
        String id = null;
        String handle = null;
        String displayName = null;
        boolean bot = false;
        boolean staff = false;
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "id" -> id = id(pointer + "/id");
                case "handle" -> handle = text(pointer + "/handle");
                case "displayName" -> displayName = text(pointer + "/displayName");
                case "bot" -> bot = flag(pointer + "/bot");
                case "staff" -> staff = flag(pointer + "/staff");
                default -> skip();
            }
        }
        return new Author(id, handle, displayName, bot, staff);
    }

    /** Steps to the next field's value; null at the end of the object. */
    String next() throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    /** Passes over the value under the parser. */
    void skip() throws IOException {
        json.skipChildren();
    }

    private String wrong(String pointer, String expected) throws IOException {
        json.skipChildren();
        if (wrong.isEmpty()) {
            wrong = new ArrayList<>(4);
        }
        wrong.add(
                Violation.of(
                        pointer,
                        RejectReason.MALFORMED,
                        pointer + " must be " + expected + ", or be left out."));
        return null;
    }
}
