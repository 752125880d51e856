package org.upstander.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The invented people of {@code community.json}.
 *
 * @param contacts who is called
 * @param policies in which order
 * @param staff who is protected
 */
record Community(List<Item> contacts, List<Item> policies, List<Item> staff) {

    /**
     * @param id of the resource
     * @param body as the alert-service takes it
     */
    record Item(String id, JsonNode body) {}

    static Community load() {
        try (InputStream file = Community.class.getResourceAsStream("community.json")) {
            JsonNode root = JsonMapper.builder().build().readTree(file);
            return new Community(
                    items(root.get("contacts")),
                    items(root.get("policies")),
                    items(root.get("staff")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> items(JsonNode named) {
        List<Item> items = new ArrayList<>();
        named.fields().forEachRemaining(e -> items.add(new Item(e.getKey(), e.getValue())));
        return items;
    }
}
