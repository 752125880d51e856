package org.upstander.alert.domain.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The same grievance carried to several places: attacks on one person that share a mark of their
 * text, or a link, on at least so many sources or by at least so many authors.
 */
public final class Campaign {

    private final Settings settings;

    /**
     * @param sources from how many on
     * @param authors from how many on, also in one place
     */
    public record Settings(int sources, int authors) {

        public static final Settings USUAL = new Settings(2, 3);
    }

    public Campaign(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param marks of the attack that is looked at
     */
    public Optional<Finding> find(Crowd crowd, Set<String> marks) {
        Map<String, List<Crowd.Alike>> shared =
                crowd.alike().stream()
                        .filter(one -> marks.contains(one.mark()))
                        .collect(Collectors.groupingBy(Crowd.Alike::mark));
        return new TreeSet<>(shared.keySet())
                .stream()
                        .map(mark -> find(mark, shared.get(mark)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<Finding> find(String mark, List<Crowd.Alike> alike) {
        Set<String> sources =
                alike.stream()
                        .map(Crowd.Alike::source)
                        .collect(Collectors.toCollection(TreeSet::new));
        long authors = alike.stream().map(Crowd.Alike::author).distinct().count();
        if (sources.size() < settings.sources() && authors < settings.authors()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        PatternKind.CAMPAIGN,
                        0,
                        "Campaign: %s by %s on %s"
                                .formatted(
                                        mark.startsWith("link:")
                                                ? "the same link"
                                                : "much the same text",
                                        Spans.counted(authors, "author", "authors"),
                                        String.join(", ", sources)),
                        alike.stream()
                                .map(Crowd.Alike::assessmentId)
                                .distinct()
                                .sorted()
                                .toList()));
    }
}
