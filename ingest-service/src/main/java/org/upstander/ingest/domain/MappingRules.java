package org.upstander.ingest.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a mapping may name, and how. */
public final class MappingRules {

    static final String POINTER = "/settings/mapping";

    private static final int LONGEST = 256;
    private static final Set<String> NEEDED = Set.of("externalId", "text");

    /** Fields of a post; within it they stand where their dots say. */
    public static final Set<String> FIELDS =
            Set.of(
                    "externalId",
                    "text",
                    "html",
                    "author.id",
                    "author.handle",
                    "author.displayName",
                    "author.bot",
                    "author.staff",
                    "thread.id",
                    "thread.title",
                    "replyTo.externalId",
                    "replyTo.author.id",
                    "replyTo.author.handle",
                    "createdAt",
                    "editedAt",
                    "deleted",
                    "url",
                    "language");

    /** The array that holds the posts. */
    private static final String ITEMS = "items";

    private MappingRules() {}

    static void check(Map<String, String> mapping, Checks checks) {
        for (String field : new TreeSet<>(NEEDED)) {
            boolean html = "text".equals(field) && mapping.containsKey("html");
            if (!mapping.containsKey(field) && !html) {
                checks.missing(POINTER + "/" + field, "say where it stands, as /post/id.");
            }
        }
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            if (!FIELDS.contains(entry.getKey()) && !ITEMS.equals(entry.getKey())) {
                SourceRules.refuse(
                        checks,
                        POINTER,
                        "may name items, " + String.join(", ", new TreeSet<>(FIELDS)) + ".");
            } else if (!isPointer(entry.getValue())) {
                SourceRules.refuse(
                        checks,
                        POINTER + "/" + entry.getKey(),
                        "must be a JSON Pointer (RFC 6901): /post/id.");
            }
        }
    }

    private static boolean isPointer(String value) {
        return value != null
                && value.length() <= LONGEST
                && (value.isEmpty() || value.startsWith("/"));
    }
}
