package org.upstander.scoring.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of the corpus holds to its schema, its roster and its own rules. */
class CorpusCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CORPUS = Path.of("corpus");

    static List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void shouldKeepItsRules(String part) throws IOException {
        Set<String> staff = new HashSet<>();
        for (JsonNode entry : JSON.readTree(CORPUS.resolve(part + "-roster.json").toFile())) {
            staff.add(entry.get("id").asText());
        }
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(CORPUS.resolve("schema.json")));
        List<String> faults = new ArrayList<>();
        Map<String, String> pairs = new HashMap<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String line : Files.readAllLines(CORPUS.resolve(part + ".jsonl"))) {
            number++;
            JsonNode row = JSON.readTree(line);
            String at = part + ".jsonl:" + number + ": ";
            schema.validate(line, InputFormat.JSON)
                    .forEach(fault -> faults.add(at + fault.getInstanceLocation()));
            if (!ids.add(row.get("id").asText())) {
                faults.add(at + "id again");
            }
            if (row.get("pair").isTextual()) {
                pairs.put(row.get("id").asText(), row.get("pair").asText());
            }
            check(row, staff, at, faults);
        }
        pairs.forEach(
                (id, twin) -> {
                    if (!id.equals(pairs.get(twin))) {
                        faults.add(part + ": " + id + " and " + twin + " do not name each other");
                    }
                });
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldGiveNoIdTwiceAndNoPostTwiceInAPart() throws IOException {
        Map<String, String> seen = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : parts()) {
            for (String line : Files.readAllLines(CORPUS.resolve(part + ".jsonl"))) {
                JsonNode row = JSON.readTree(line);
                String id = row.get("id").asText();
                String post = part + row.get("text") + row.get("replyTo") + row.get("thread");
                for (String key : List.of(id, post)) {
                    String before = seen.put(key, id);
                    if (before != null) {
                        faults.add(id + " stands for the same as " + before);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Phones from 555-01xx, and domains that nobody owns. */
    @ParameterizedTest
    @MethodSource("parts")
    void shouldExposeNobody(String part) throws IOException {
        for (JsonNode entry : JSON.readTree(CORPUS.resolve(part + "-roster.json").toFile())) {
            for (JsonNode secret : entry.path("protected")) {
                String value = secret.get("value").asText();
                if (secret.get("kind").asText().equals("phone")) {
                    assertThat(value.replaceAll("\\D", "")).matches("\\d*55501\\d\\d");
                }
                if (value.contains("@") && !value.startsWith("@")) {
                    assertThat(value).matches(".*@(?:[\\w-]+\\.)*example\\.(?:org|net|com)");
                }
            }
        }
    }

    private static void check(JsonNode row, Set<String> staff, String at, List<String> faults) {
        for (JsonNode label : row.get("labels")) {
            boolean attack = label.get("verdict").asText().equals("attack");
            if (!staff.contains(label.get("staff").asText())) {
                faults.add(at + "staff is not on the roster");
            }
            if (attack != label.get("severity").asInt() > 0
                    || attack == label.get("categories").isEmpty()) {
                faults.add(at + "severity and categories belong to an attack, and only to one");
            }
            if (attack && row.get("spam").asBoolean()) {
                faults.add(at + "spam attacks nobody");
            }
            for (JsonNode evidence : label.get("evidence")) {
                if (!row.get("text").asText().contains(evidence.asText())) {
                    faults.add(at + "evidence is no part of the text");
                }
            }
        }
    }
}
