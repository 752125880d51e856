package org.upstander.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled public comments, one JSON object a line: {@code id}, {@code text}, {@code attack} (0 or
 * 1). People are mentioned as {@code @pseudonym}.
 */
final class RealComments {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w/@])@([A-Za-z0-9][A-Za-z0-9_-]*)");

    private final List<Comment> comments;

    private RealComments(List<Comment> comments) {
        this.comments = comments;
    }

    /**
     * @param id in its set
     * @param text as it was written
     * @param attack whether people said that it attacks a person
     * @param mentions whom it names with an at sign
     */
    record Comment(String id, String text, boolean attack, Set<String> mentions) {

        boolean mentionsOneOf(Set<String> handles) {
            return mentions.stream().anyMatch(handles::contains);
        }
    }

    static RealComments read(Path file) throws IOException {
        List<Comment> comments = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = Api.JSON.readTree(line);
            String text = row.get("text").asText();
            comments.add(
                    new Comment(
                            row.get("id").asText(),
                            text,
                            row.path("attack").asInt() == 1,
                            mentions(text)));
        }
        return new RealComments(List.copyOf(comments));
    }

    List<Comment> all() {
        return comments;
    }

    /** Who is mentioned in most comments; of equals, the first in the alphabet. */
    Set<String> mostMentioned(int people) {
        Map<String, Integer> counts = new TreeMap<>();
        comments.forEach(c -> c.mentions().forEach(h -> counts.merge(h, 1, Integer::sum)));
        List<String> sorted = new ArrayList<>(counts.keySet());
        sorted.sort(Comparator.comparing((String handle) -> -counts.get(handle)));
        return new LinkedHashSet<>(sorted.subList(0, Math.min(people, sorted.size())));
    }

    private static Set<String> mentions(String text) {
        Set<String> handles = new TreeSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            handles.add(matcher.group(1));
        }
        return handles;
    }
}
