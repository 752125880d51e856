package org.upstander.scoring.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scoring.domain.Post;

/** Reads a suite: one JSON object a line, {@code expect} as in StaffCheck or {@code labels}. */
public final class SuiteReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VERDICTS =
            Set.of("attack", "criticism", "neutral", "supportive");

    private final Path file;
    private int line;

    private SuiteReader(Path file) {
        this.file = file;
    }

    /**
     * @throws BadSuite when a line is none
     */
    public static List<SuiteCase> read(Path file) {
        return new SuiteReader(file).cases();
    }

    private List<SuiteCase> cases() {
        List<SuiteCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String text : lines()) {
            line++;
            if (!text.isBlank()) {
                SuiteCase one = oneCase(parsed(text));
                if (!ids.add(one.id())) {
                    throw bad("id", "was given before");
                }
                cases.add(one);
            }
        }
        if (cases.isEmpty()) {
            throw new BadSuite(file + ": no cases in it");
        }
        return cases;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BadSuite(file + ": cannot be read as UTF-8 text");
        }
    }

    private JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below: the parser's own words may quote the post.
        }
        throw bad("", "is no JSON object");
    }

    private SuiteCase oneCase(JsonNode node) {
        List<List<SuiteCase.Expectation>> expected = new ArrayList<>();
        if (node.has("anyOf")) {
            node.get("anyOf").forEach(one -> expected.add(expectations(one, "anyOf")));
            if (expected.isEmpty()) {
                throw bad("anyOf", "must be an array of outcomes, at least one");
            }
        } else {
            String field = node.has("labels") ? "labels" : "expect";
            expected.add(expectations(node.path(field), field));
        }
        return new SuiteCase(
                required(node, "id"),
                node.path("lang").asText("en"),
                required(node, "function"),
                post(node),
                expected,
                node.has("anyOf"),
                node.path("spam").asBoolean(),
                text(node, "pair"));
    }

    private List<SuiteCase.Expectation> expectations(JsonNode node, String field) {
        if (!node.isArray()) {
            throw bad(field, "must be an array");
        }
        List<SuiteCase.Expectation> expectations = new ArrayList<>();
        for (JsonNode one : node) {
            String verdict = required(one, "verdict");
            if (!VERDICTS.contains(verdict)) {
                throw bad(field + ".verdict", "must be attack, criticism, neutral or supportive");
            }
            if (one.has("severity") && !one.get("severity").isInt()) {
                throw bad(field + ".severity", "must be a number from 0 to 4");
            }
            expectations.add(
                    new SuiteCase.Expectation(
                            required(one, "staff"),
                            verdict,
                            texts(one.path("categories")),
                            one.path("severity").asInt(),
                            texts(one.path("evidence"))));
        }
        return expectations;
    }

    private Post post(JsonNode node) {
        JsonNode reply = node.path("replyTo");
        String title = text(node, "thread");
        return new Post(
                null,
                null,
                text(node, "source"),
                required(node, "id"),
                new Post.Author(null, text(node, "author"), null),
                title == null ? null : new Post.Thread(null, title),
                reply.isObject()
                        ? new Post.ReplyTo(
                                null,
                                new Post.Author(null, text(reply, "author"), null),
                                text(reply, "text"))
                        : null,
                required(node, "text"),
                false,
                null,
                null,
                null);
    }

    private String required(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw bad(field, "must be a string");
        }
        return node.get(field).asText();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.get(field).asText() : null;
    }

    private BadSuite bad(String field, String detail) {
        return new BadSuite("%s:%d: %s %s".formatted(file, line, field, detail));
    }
}
