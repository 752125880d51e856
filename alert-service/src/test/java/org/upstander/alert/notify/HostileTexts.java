package org.upstander.alert.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as somebody writes them who wants to reach more than the reader's eye: {@code
 * hostile-texts.json}, where {@code [text, n]} means n times.
 */
public final class HostileTexts {

    private HostileTexts() {}

    public static List<String> all() {
        try (InputStream file = HostileTexts.class.getResourceAsStream("/hostile-texts.json")) {
            List<String> texts = new ArrayList<>();
            for (JsonNode item : new ObjectMapper().readTree(file)) {
                texts.add(
                        item.isArray()
                                ? item.get(0).asText().repeat(item.get(1).asInt())
                                : item.asText());
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
