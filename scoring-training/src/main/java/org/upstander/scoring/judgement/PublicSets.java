package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Public labelled texts. They know no target; a set that is not there is empty. The newest fifth of
 * the GitHub comments (mostly other issues than the rest) and every fourth Wikipedia comment with
 * its context are kept back: nothing learns from them, {@link PublicMain} measures on them.
 */
final class PublicSets {
    /** Sets that say whether a person is attacked, and may train a model that is shipped. */
    static final List<String> ATTACKS =
            List.of(
                    "vcu",
                    "cad-train",
                    "toxic-spans",
                    "jigsaw-sample",
                    "civil-sample",
                    "context-toxicity",
                    "wikipedia-talk-sample",
                    "surge");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Map<String, List<Text>> attacks = new LinkedHashMap<>();

    /**
     * @param key its set and its place among what is learnt from there
     * @param attack 1, 0, or -1 where the set does not say whether a person is attacked
     */
    record Text(String key, String text, int attack) {}

    /**
     * @param directory one {@code NAME.jsonl} each
     */
    PublicSets(Path directory) throws IOException {
        this.directory = directory;
        for (String set : ATTACKS) {
            List<Text> texts = new ArrayList<>();
            for (JsonNode row : learnt(set)) {
                String key = set + " " + texts.size();
                texts.add(new Text(key, row.get("text").asText(), attack(row)));
            }
            attacks.put(set, texts);
        }
    }

    boolean isEmpty() {
        return attacks.values().stream().allMatch(List::isEmpty);
    }

    /** The texts of each of {@link #ATTACKS}. */
    Map<String, List<Text>> attacks() {
        return attacks;
    }

    private List<JsonNode> learnt(String set) throws IOException {
        List<JsonNode> rows = new ArrayList<>(rows(set));
        Set<String> kept =
                keptBack(set).stream()
                        .map(row -> row.get("id").asText())
                        .collect(Collectors.toSet());
        rows.removeIf(row -> kept.contains(row.path("id").asText()));
        return rows;
    }

    /** What nothing learns from, of a set of {@link #ATTACKS}. */
    List<JsonNode> keptBack(String set) throws IOException {
        List<JsonNode> rows = rows(set);
        if (set.equals("vcu")) {
            rows.sort(Comparator.comparingLong(PublicSets::number));
            return rows.subList(rows.size() * 4 / 5, rows.size());
        }
        if (set.equals("context-toxicity")) {
            return IntStream.range(0, rows.size())
                    .filter(i -> i % 4 == 3)
                    .mapToObj(rows::get)
                    .toList();
        }
        return List.of();
    }

    /** Comments are numbered as they are written. */
    private static long number(JsonNode row) {
        String id = row.get("id").asText();
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }

    /** Any set's rows. */
    List<JsonNode> rows(String set) throws IOException {
        Path file = directory.resolve(set + ".jsonl");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static int attack(JsonNode row) {
        boolean toxic = row.path("toxic").asInt() == 1;
        if (row.has("attack")) {
            return row.get("attack").asInt() == 1 ? 1 : toxic ? -1 : 0;
        }
        if (row.path("insult").asInt() == 1 || row.path("threat").asInt() == 1) {
            return 1;
        }
        return toxic ? -1 : 0;
    }

    /** Half of the texts as answers, so that being an answer says nothing by itself. */
    static boolean isAnswer(String text) {
        return text.length() % 2 == 0;
    }
}
