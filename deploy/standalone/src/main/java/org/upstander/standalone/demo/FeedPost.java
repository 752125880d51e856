package org.upstander.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One line of {@code feed.jsonl}.
 *
 * @param source platform
 * @param thread its title; the same title is the same thread
 * @param author handle of who writes
 * @param replyTo handle of who is answered, or null
 * @param text what is written
 * @param kind {@code praise, question, chat, criticism, attack} or {@code spam}: for the reader and
 *     for tests; never sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedPost(
        @JsonProperty("s") String source,
        @JsonProperty("t") String thread,
        @JsonProperty("a") String author,
        @JsonProperty("r") String replyTo,
        @JsonProperty("x") String text,
        @JsonProperty("k") String kind) {

    static List<FeedPost> load() {
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader file =
                new BufferedReader(
                        new InputStreamReader(
                                FeedPost.class.getResourceAsStream("feed.jsonl"),
                                StandardCharsets.UTF_8))) {
            return file.lines().map(line -> parse(json, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As the ingest-service takes it. Ids depend on place and round only: sent twice it is the same
     * post, played in another round it is another post of another author.
     *
     * @param index place in the feed, from 0
     * @param round counts from 1
     */
    JsonNode toJson(int index, int round, Instant at) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.put("source", source);
        post.put("externalId", "demo-%d-%d".formatted(round, index + 1));
        ObjectNode writer = post.putObject("author");
        writer.put("id", "demo-%s-%d".formatted(author, round));
        writer.put("handle", author);
        ObjectNode in = post.putObject("thread");
        in.put("id", "demo-%d-%08x".formatted(round, thread.hashCode()));
        in.put("title", thread);
        if (replyTo != null) {
            post.putObject("replyTo").putObject("author").put("handle", replyTo);
        }
        post.put("text", text);
        post.put("createdAt", at.toString());
        return post;
    }

    private static FeedPost parse(JsonMapper json, String line) {
        try {
            return json.readValue(line, FeedPost.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
