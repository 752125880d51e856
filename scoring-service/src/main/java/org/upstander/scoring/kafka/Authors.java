package org.upstander.scoring.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.upstander.scoring.domain.Post;

/** Reads who wrote a post, token by token. */
final class Authors {

    private Authors() {}

    /** Null for null. */
    static Post.Author read(JsonParser json, JsonToken value) throws IOException, Refusal {
        if (!PostReader.isObject(value)) {
            return null;
        }
        String id = null;
        String handle = null;
        String displayName = null;
        Boolean bot = null;
        Boolean staff = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "id" -> id = PostReader.string(json, token);
                case "handle" -> handle = PostReader.string(json, token);
                case "displayName" -> displayName = PostReader.string(json, token);
                case "bot" -> bot = flag(json, token);
                case "staff" -> staff = flag(json, token);
                default -> json.skipChildren();
            }
        }
        if (id == null && handle == null) {
            throw Refusal.invalid("author has neither id nor handle");
        }
        return new Post.Author(
                PostRules.optional("author.id", id, 256),
                PostRules.optional("author.handle", handle, 256),
                PostRules.shown("author.displayName", displayName, 256),
                bot,
                staff);
    }

    /** Information only: a post is not set aside because one of these is none. */
    private static Boolean flag(JsonParser json, JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> {
                json.skipChildren();
                yield null;
            }
        };
    }
}
