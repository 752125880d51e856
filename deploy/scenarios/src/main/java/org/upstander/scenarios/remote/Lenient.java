package org.upstander.scenarios.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Expected.Case;
import org.upstander.scenarios.story.Expected.SystemCase;

/**
 * Holds the incidents of a running system against a story. There a model reads the texts, so that a
 * severity may be another, and one incident more; but who is not to be called about is not.
 */
final class Lenient {

    private Lenient() {}

    /** What a story wants of a running system. */
    static Expected.OnSystem wanted(Expected expected) {
        return expected.system() != null
                ? expected.system()
                : new Expected.OnSystem(
                        expected.incidents().stream().map(Lenient::lenient).toList(),
                        false,
                        expected.gap());
    }

    private static SystemCase lenient(Case one) {
        List<String> patterns = List.of();
        if (one.patterns() != null) {
            patterns =
                    one.patterns().exactly() == null
                            ? one.patterns().contains()
                            : one.patterns().exactly();
        }
        return new SystemCase(one.staff(), patterns, null, one.authors());
    }

    /**
     * @param incidents of the staff of the story, with ids as the story has them
     * @return sentences; empty where all is as wanted
     */
    static List<String> differences(Expected.OnSystem wanted, List<JsonNode> incidents) {
        List<String> differences = new ArrayList<>();
        List<JsonNode> left = new ArrayList<>(incidents);
        for (SystemCase one : wanted.incidents()) {
            left.stream()
                    .filter(incident -> fits(one, incident))
                    .findFirst()
                    .ifPresentOrElse(
                            left::remove,
                            () ->
                                    differences.add(
                                            "an incident of %s was expected, with the patterns %s, severity %d and more, by %s; there are: %s"
                                                    .formatted(
                                                            one.staff(),
                                                            one.patterns(),
                                                            one.severity(),
                                                            one.authors(),
                                                            words(incidents))));
        }
        Set<String> attacked =
                wanted.incidents().stream().map(SystemCase::staff).collect(Collectors.toSet());
        left.stream()
                .filter(incident -> !wanted.others())
                .filter(incident -> !attacked.contains(incident.get("staffId").asText()))
                .forEach(
                        incident ->
                                differences.add(
                                        "no incident of %s was expected, there is: %s"
                                                .formatted(
                                                        incident.get("staffId").asText(),
                                                        words(List.of(incident)))));
        return differences;
    }

    private static boolean fits(SystemCase wanted, JsonNode incident) {
        Set<String> authors = new HashSet<>();
        incident.get("authors").forEach(author -> authors.add(author.path("id").asText()));
        Set<String> patterns = new HashSet<>();
        incident.get("patterns").forEach(pattern -> patterns.add(pattern.asText()));
        return incident.get("staffId").asText().equals(wanted.staff())
                && incident.get("severity").asInt() >= wanted.severity()
                && patterns.containsAll(wanted.patterns())
                && authors.containsAll(wanted.authors());
    }

    private static String words(List<JsonNode> incidents) {
        return incidents.isEmpty()
                ? "none"
                : incidents.stream()
                        .map(
                                one ->
                                        "%s %s severity %d, %d posts"
                                                .formatted(
                                                        one.get("staffId").asText(),
                                                        one.get("patterns"),
                                                        one.get("severity").asInt(),
                                                        one.get("postCount").asInt()))
                        .collect(Collectors.joining("; "));
    }
}
