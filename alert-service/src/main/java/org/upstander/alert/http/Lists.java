package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Part of a list.
 *
 * @param items in the list's order
 * @param next cursor of the part that follows, or null at the end
 */
record Lists<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(
                        description = "Send it as ?cursor= for what follows; null at the end.",
                        nullable = true)
                String next) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    /** The {@code limit} parameter: 1 to 200, 50 where it is left out. */
    static int limit(String given) {
        if (given == null || given.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        int limit;
        try {
            limit = Integer.parseInt(given);
        } catch (NumberFormatException e) {
            limit = 0;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.parameter("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
